import { byId, make, toDom } from './dom.js';
import { doAct } from './net.js';
import { store } from './store.js';
import { tellNow } from './typing.js';

/** @import { PageView } from '../page-model.ts' */

/** @type {PageView | undefined} */
let shown;

/** The view whose form is on its way: a second press is no second form. */
let submitting = '';

/** Shows the topmost modal, or none. */
export function drawModal() {
  const dialog = /** @type {HTMLDialogElement} */ (byId('modal'));
  const view = store.state.modals.at(-1);
  if (view === shown) return;
  shown = view;
  if (view === undefined) {
    dialog.close();
    return dialog.replaceChildren();
  }
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
  const before = dialog.querySelector('[data-view]');
  const focused = document.activeElement;
  if (before !== null && before.getAttribute('data-view') === view.id) keepWhatWasTyped(before, form);
  dialog.replaceChildren(form);
  if (!dialog.open) dialog.showModal();
  focusIn(form, focused);
}

/**
 * @param {HTMLElement} form
 * @param {string} id
 */
async function submit(form, id) {
  if (submitting === id) return;
  submitting = id;
  await tellNow();
  const { errors = {} } = await doAct('submit-view', { view: id, values: valuesIn(currentForm(id) ?? form) });
  submitting = '';
  // The view may have been updated, and drawn anew, while the answer was under way.
  for (const place of currentForm(id)?.querySelectorAll('[data-error]') ?? [])
    place.textContent = errors[place.getAttribute('data-error') ?? ''] ?? '';
}

/**
 * The drawing of this view that is on the screen now.
 * @param {string} id
 */
function currentForm(id) {
  return byId('modal').querySelector(`[data-view="${CSS.escape(id)}"]`);
}

/**
 * An updated view keeps what stands in the inputs that it still has, and what is wrong with it, as in Slack.
 * @param {Element} before
 * @param {Element} after
 */
function keepWhatWasTyped(before, after) {
  for (const old of before.querySelectorAll('[data-error]')) {
    const next = after.querySelector(`[data-error="${CSS.escape(old.getAttribute('data-error') ?? '')}"]`);
    if (next !== null) next.textContent = old.textContent;
  }
  for (const old of before.querySelectorAll('input, textarea, select')) {
    const next = after.querySelector(sameAs(old));
    if (next instanceof HTMLInputElement && old instanceof HTMLInputElement) {
      next.value = old.value;
      next.checked = old.checked;
    } else if (next instanceof HTMLTextAreaElement && old instanceof HTMLTextAreaElement) next.value = old.value;
    else if (next instanceof HTMLSelectElement && old instanceof HTMLSelectElement) {
      for (const option of next.options) {
        const same = [...old.options].find((one) => one.value === option.value);
        if (same !== undefined) option.selected = same.selected;
      }
    }
  }
}

/**
 * The selector of the same control in another drawing of a view.
 * @param {Element} element
 */
export function sameAs(element) {
  const { block, action } = /** @type {HTMLElement} */ (element).dataset;
  if (block !== undefined) return `[data-block="${CSS.escape(block)}"][data-action="${CSS.escape(action ?? '')}"]`;
  const { name, value } = /** @type {HTMLInputElement} */ (element);
  return `input[name="${CSS.escape(name)}"][value="${CSS.escape(value)}"]`;
}

/**
 * The focus stays on the control that had it, else it goes to the one that asks for it, or to the first.
 * @param {Element} form
 * @param {Element | null} focused
 */
function focusIn(form, focused) {
  const typed =
    focused instanceof HTMLInputElement || focused instanceof HTMLTextAreaElement || focused instanceof HTMLSelectElement;
  const button = focused instanceof HTMLButtonElement && focused.dataset['block'] !== undefined;
  const same = typed || button ? form.querySelector(sameAs(focused)) : null;
  const first =
    form.querySelector(':is(input, textarea, select)[autofocus]') ??
    form.querySelector('.body input, .body textarea, .body select');
  const target = /** @type {HTMLElement | null} */ (same ?? first);
  target?.focus();
  if (same instanceof HTMLTextAreaElement || (same instanceof HTMLInputElement && same.type === 'text')) {
    const { selectionStart, selectionEnd } = /** @type {HTMLInputElement} */ (focused);
    same.setSelectionRange(selectionStart, selectionEnd);
  }
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
