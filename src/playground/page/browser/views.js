import { byId, make, toDom } from './dom.js';
import { doAct } from './net.js';
import { store } from './store.js';

/** @import { PageView } from '../page-model.ts' */

/** @type {PageView | undefined} */
let shown;

/** Shows the topmost modal, or none. */
export function drawModal() {
  const dialog = /** @type {HTMLDialogElement} */ (byId('modal'));
  const view = store.state.modals.at(-1);
  if (view === shown) return;
  shown = view;
  if (view === undefined) return dialog.close();
  const form = make(
    'form',
    { method: 'dialog', 'data-view': view.id },
    make(
      'header',
      {},
      make('h2', { id: 'modal-title' }, view.title),
      make('button', { type: 'button', class: 'bare', 'data-close-view': view.id, 'aria-label': 'Close' }, '✕'),
    ),
    make('div', { class: 'body' }, ...view.body.map(toDom), make('p', { class: 'error', 'data-error': '', role: 'alert' })),
    make(
      'footer',
      {},
      make('button', { type: 'button', class: 'button', 'data-close-view': view.id }, view.close),
      ...(view.submit === '' ? [] : [make('button', { type: 'submit', class: 'button primary' }, view.submit)]),
    ),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit(form, view.id);
  });
  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
}

/**
 * @param {HTMLElement} form
 * @param {string} id
 */
async function submit(form, id) {
  const { errors = {} } = await doAct('submit-view', { view: id, values: valuesIn(form) });
  for (const place of form.querySelectorAll('[data-error]'))
    place.textContent = errors[place.getAttribute('data-error') ?? ''] ?? '';
}

/**
 * What stands in the inputs: block_id → action_id → words.
 * @param {Element} place
 */
export function valuesIn(place) {
  /** @type {Record<string, Record<string, string | string[]>>} */
  const values = {};
  for (const element of place.querySelectorAll('[data-input] [data-action], select[data-action], .choices[data-action]')) {
    const { block = '', action = '' } = /** @type {HTMLElement} */ (element).dataset;
    values[block] = { ...values[block], [action]: valueOf(element) };
  }
  return values;
}

/**
 * @param {Element} element
 * @returns {string | string[]}
 */
export function valueOf(element) {
  if (element instanceof HTMLSelectElement) {
    return element.multiple ? [...element.selectedOptions].map((one) => one.value) : element.value;
  }
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) return element.value;
  const checked = /** @type {HTMLInputElement[]} */ ([...element.querySelectorAll('input:checked')]);
  return checked.map((one) => one.value);
}

/**
 * Asks before a button that wants it; resolves with what the person says.
 * @param {{ title: string, text: string, confirm: string, deny: string }} words
 * @returns {Promise<boolean>}
 */
export function confirmed({ title, text, confirm, deny }) {
  const dialog = /** @type {HTMLDialogElement} */ (byId('confirm'));
  const { promise, resolve } = Promise.withResolvers();
  dialog.replaceChildren(
    make(
      'form',
      { method: 'dialog' },
      make('header', {}, make('h2', { id: 'confirm-title' }, title)),
      make('div', { class: 'body' }, text),
      make(
        'footer',
        {},
        make('button', { value: 'no', class: 'button' }, deny),
        make('button', { value: 'yes', class: 'button primary' }, confirm),
      ),
    ),
  );
  dialog.returnValue = '';
  dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true });
  dialog.showModal();
  return promise;
}
