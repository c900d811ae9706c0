import { around, make } from './dom.js';
import { doAct, ready } from './net.js';
import { openChannel, store } from './store.js';

/**
 * The field to write in, with completion of the slash command and its verbs. Enter sends, Shift+Enter makes a line.
 * @param {HTMLElement} form
 * @param {() => string} threadOf The root of the thread it writes to, '' for the channel.
 */
export function createComposer(form, threadOf) {
  const listId = `${form.id}-list`;
  const list = make('ul', { id: listId, role: 'listbox', class: 'completion', 'aria-label': 'Commands', hidden: '' });
  const field = /** @type {HTMLTextAreaElement} */ (
    make('textarea', {
      rows: '1',
      role: 'combobox',
      'aria-expanded': 'false',
      'aria-controls': listId,
      'aria-autocomplete': 'list',
      spellcheck: 'false',
    })
  );
  const send = make('button', { type: 'submit', class: 'send', 'aria-label': 'Send' }, '➤');
  form.replaceChildren(list, make('div', { class: 'field' }, field, send));
  /** @type {readonly { fill: string, usage: string, does: string }[]} */
  let offers = [];
  let at = 0;

  const offer = () => {
    offers = field.value.includes('\n') ? [] : offersFor(field.value, threadOf() !== '');
    at = Math.min(at, Math.max(offers.length - 1, 0));
    list.replaceChildren(
      ...offers.map((one, index) =>
        make(
          'li',
          { role: 'option', id: `${listId}-${index}`, 'aria-selected': String(index === at), 'data-offer': String(index) },
          make('b', {}, one.fill),
          make('span', { class: 'usage' }, one.usage),
          make('span', { class: 'does' }, one.does),
        ),
      ),
    );
    list.hidden = offers.length === 0;
    field.setAttribute('aria-expanded', String(offers.length > 0));
    if (offers.length > 0) field.setAttribute('aria-activedescendant', `${listId}-${at}`);
    else field.removeAttribute('aria-activedescendant');
    list.children[at]?.scrollIntoView({ block: 'nearest' });
    fit();
  };
  const fit = () => {
    field.style.height = 'auto';
    field.style.height = `${Math.min(field.scrollHeight, 220)}px`;
  };
  /** @param {number} index */
  const accept = (index) => {
    field.value = `${offers[index]?.fill ?? field.value} `;
    offer();
    field.focus();
  };
  const submit = async () => {
    const text = field.value.trim();
    if (text === '') return;
    field.value = '';
    offer();
    const answer = await say(text, threadOf());
    // What could not be sent is not lost.
    if (!answer.ok && field.value === '') field.value = text;
  };

  field.addEventListener('input', () => {
    at = 0;
    offer();
  });
  field.addEventListener('blur', () =>
    setTimeout(() => {
      if (document.activeElement !== field) list.hidden = true;
    }, 150),
  );
  field.addEventListener('focus', offer);
  field.addEventListener('keydown', (event) => {
    const isOpen = !list.hidden && offers.length > 0;
    if (event.isComposing) return;
    if (isOpen && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) {
      at = (at + (event.key === 'ArrowDown' ? 1 : offers.length - 1)) % offers.length;
      offer();
    } else if (isOpen && event.key === 'Tab' && !event.shiftKey) accept(at);
    else if (isOpen && event.key === 'Escape') list.hidden = true;
    else if (event.key === 'Enter' && !event.shiftKey) {
      // Enter completes a word that is only begun, and sends what is whole.
      if (isOpen && offers[at]?.fill !== field.value.trim()) accept(at);
      else void submit();
    } else return;
    event.preventDefault();
  });
  list.addEventListener('mousedown', (event) => {
    const row = around(event.target, '[data-offer]');
    if (row === null) return;
    event.preventDefault();
    accept(Number(row.getAttribute('data-offer')));
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void submit();
  });

  return {
    /** @param {string} words */
    placeholder(words) {
      field.placeholder = words;
      field.setAttribute('aria-label', words);
    },
    focus: () => field.focus(),
  };
}

/**
 * @param {string} text
 * @param {string} threadTs
 */
export async function say(text, threadTs = '') {
  // The channel that is open may be another one for another person.
  await ready;
  return doAct('say', { channel: store.channel, text, threadTs: threadTs === '' ? null : threadTs });
}

/**
 * What can stand where the person types. Slack knows no app commands in threads.
 * @param {string} typed
 * @param {boolean} inThread
 */
function offersFor(typed, inThread) {
  if (inThread || openChannel() === undefined) return [];
  const commands = [{ fill: '/k8s-svc', usage: 'VERB …', does: 'Ask the Kubernetes Service expert' }];
  if (openChannel()?.hasApp === false) commands.push({ fill: '/invite @k8s-svc', usage: '', does: 'Let it into this channel' });
  const begun = typed === '' ? [] : commands.filter((one) => one.fill.startsWith(typed));
  if (begun.length > 0) return begun;
  const verb = /^\/k8s-svc +(\S*)$/.exec(typed)?.[1];
  if (verb === undefined) return [];
  return store.state.verbs
    .filter((one) => one.verb.startsWith(verb))
    .map((one) => ({ fill: `/k8s-svc ${one.verb}`, usage: one.usage, does: one.does }));
}
