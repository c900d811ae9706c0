import { say } from './composer.js';
import { around } from './dom.js';
import { doAct } from './net.js';
import { whenPaused } from './typing.js';
import { confirmed, sameAs, valueOf, valuesIn } from './views.js';

/**
 * Buttons, menus and choices act when they are used; inputs of a modal wait for its submit.
 * @param {{ openThread: (ts: string) => void }} page
 */
export function listenToClicks({ openThread }) {
  document.addEventListener('click', (event) => {
    const button = around(event.target, 'button');
    if (button === null) return;
    const { action, command, thread, shortcut, closeView } = button.dataset;
    const message = messageOf(button);
    if (command !== undefined) void say(command);
    else if (thread !== undefined) openThread(thread);
    else if (closeView !== undefined) void doAct('close-view', { view: closeView });
    else if (shortcut !== undefined && message !== null) void doAct('shortcut', { ...message, callbackId: shortcut });
    else if (action !== undefined) void use(button, button.dataset['value']);
  });
  document.addEventListener('change', (event) => {
    const element = around(event.target, 'select[data-action], .choices[data-action]');
    if (element === null || (element.closest('[data-input]') !== null && element.closest('[data-dispatch]') === null)) return;
    void use(element, valueOf(element));
  });
  // Typing in an input that asks for it tells the app at once, or at Enter, which then submits nothing.
  document.addEventListener('input', (event) => {
    const field = around(event.target, '[data-dispatch~=on_character_entered] :is(input, textarea)[data-action]');
    if (field === null) return;
    whenPaused(async () => {
      // By now the view may be drawn anew, or closed.
      const now = field.isConnected ? field : around(document.querySelector(`dialog[open] ${sameAs(field)}`), '[data-action]');
      if (now !== null) await use(now, valueOf(now));
    });
  });
  document.addEventListener('keydown', (event) => {
    const field = around(event.target, '[data-dispatch~=on_enter_pressed] input[data-action]');
    if (field === null || event.key !== 'Enter') return;
    event.preventDefault();
    void use(field, valueOf(field));
  });
  // Escape closes a modal for the app too, not only on the screen.
  document.addEventListener(
    'cancel',
    (event) => {
      const view =
        event.target instanceof Element ? event.target.querySelector('[data-view]')?.getAttribute('data-view') : null;
      if (view === null || view === undefined) return;
      event.preventDefault();
      void doAct('close-view', { view });
    },
    true,
  );
}

/**
 * @param {HTMLElement} element
 * @param {string | string[] | undefined} value
 */
async function use(element, value) {
  const { block = '', action = '', confirm, url } = element.dataset;
  if (confirm !== undefined && !(await confirmed(JSON.parse(confirm)))) return;
  if (url !== undefined) window.open(url, '_blank', 'noopener,noreferrer');
  element.closest('details')?.removeAttribute('open');
  const spot = { blockId: block, actionId: action, ...(value === undefined ? {} : { value }) };
  const view = around(element, '[data-view]');
  const message = messageOf(element);
  element.classList.add('busy');
  if (view !== null) await doAct('press-view', { ...spot, view: view.dataset['view'], values: valuesIn(view) });
  else if (message !== null) await doAct('press', { ...spot, ...message });
  element.classList.remove('busy');
}

/** @param {Element} element */
function messageOf(element) {
  const article = around(element, 'article[data-ts]');
  return article === null ? null : { channel: article.dataset['channel'], ts: article.dataset['ts'] };
}
