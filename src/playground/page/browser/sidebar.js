import { byId, make } from './dom.js';
import { store } from './store.js';

/** @import { PageChannel } from '../page-model.ts' */

export function drawSidebar() {
  const { team, cluster, channels, people, me } = store.state;
  byId('team').textContent = team;
  byId('cluster').textContent = `cluster ${cluster}`;
  byId('channels').replaceChildren(
    ...channels.filter((one) => one.kind === 'channel').map((one) => entry(one, `# ${one.name}`)),
  );
  byId('apps').replaceChildren(...channels.filter((one) => one.kind === 'im').map((one) => entry(one, `☸ ${one.name}`)));
  byId('me').replaceChildren(
    ...people.map((one) => make('option', one.id === me.id ? { value: one.id, selected: '' } : { value: one.id }, one.name)),
  );
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

/** @param {boolean} open */
export function showSidebar(open) {
  byId('app').classList.toggle('sidebar-open', open);
  byId('open-sidebar').setAttribute('aria-expanded', String(open));
}
