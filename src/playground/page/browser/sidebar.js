import { around, byId, make } from './dom.js';
import { store } from './store.js';

/** @import { PageChannel } from '../page-model.ts' */

export function drawSidebar() {
  const { team, cluster, channels, people, me } = store.state;
  byId('team').textContent = team;
  byId('cluster').textContent = `cluster ${cluster}`;
  fill(
    byId('channels'),
    channels.filter((one) => one.kind === 'channel').map((one) => entry(one, `# ${one.name}`)),
  );
  fill(
    byId('apps'),
    channels.filter((one) => one.kind === 'im').map((one) => entry(one, `☸ ${one.name}`)),
  );
  const field = /** @type {HTMLSelectElement} */ (byId('me'));
  if (field.options.length !== people.length)
    field.replaceChildren(...people.map((one) => make('option', { value: one.id }, one.name)));
  field.value = me.id;
}

/**
 * @param {PageChannel} channel
 * @param {string} words
 */
function entry(channel, words) {
  const isOpen = channel.id === store.channel;
  const isUnread = store.unread.has(channel.id);
  const button = make('button', { type: 'button', 'data-channel-link': channel.id, class: isUnread ? 'unread' : '' }, words);
  if (isOpen) button.setAttribute('aria-current', 'page');
  if (isUnread) button.append(make('span', { class: 'hidden' }, ' (new messages)'));
  return make('li', {}, button);
}

/**
 * Draws the entries anew and leaves the focus on the one that has it.
 * @param {HTMLElement} list
 * @param {readonly HTMLElement[]} entries
 */
function fill(list, entries) {
  const focused = list.contains(document.activeElement) ? document.activeElement?.getAttribute('data-channel-link') : null;
  list.replaceChildren(...entries);
  if (focused !== null) around(list.querySelector(`[data-channel-link="${focused}"]`), 'button')?.focus();
}

/** @param {boolean} open */
export function showSidebar(open) {
  byId('app').classList.toggle('sidebar-open', open);
  byId('open-sidebar').setAttribute('aria-expanded', String(open));
}
