import { listenToClicks } from './clicks.js';
import { createComposer } from './composer.js';
import { around, byId } from './dom.js';
import { doAct, listen } from './net.js';
import { drawChannel, drawThread, scrollTo } from './panes.js';
import { listenToKeys } from './keys.js';
import { drawSidebar, showSidebar } from './sidebar.js';
import { openChannel, store, take } from './store.js';
import { drawSwitches, listenToSwitches } from './switches.js';
import { listenToTheme } from './theme.js';
import { drawModal } from './views.js';

const composer = createComposer(byId('composer'), () => '');
const threadComposer = createComposer(byId('thread-composer'), () => store.thread);
threadComposer.placeholder('Reply…');

function draw() {
  drawSidebar();
  drawSwitches();
  drawChannel();
  drawThread();
  drawModal();
  const channel = openChannel();
  composer.placeholder(channel === undefined ? '' : `Message ${channel.kind === 'im' ? '' : '#'}${channel.name}`);
}

/** @param {string} id */
function goTo(id) {
  store.channel = id;
  store.thread = '';
  store.tab = 'messages';
  store.unread.delete(id);
  showSidebar(false);
  draw();
  scrollTo(byId('messages'));
  composer.focus();
}

/** @param {string} ts */
function openThread(ts) {
  store.thread = ts;
  draw();
  scrollTo(byId('thread-messages'));
  threadComposer.focus();
}

function closeThread() {
  store.thread = '';
  draw();
  composer.focus();
}

listenToTheme();
listenToKeys();
listenToSwitches();
listenToClicks({ openThread });
byId('sidebar').addEventListener('click', (event) => {
  const link = around(event.target, '[data-channel-link]');
  if (link !== null) goTo(link.getAttribute('data-channel-link') ?? '');
});
byId('tabs').addEventListener('click', (event) => {
  const tab = around(event.target, '[data-tab]');
  if (tab === null) return;
  store.tab = tab.getAttribute('data-tab') === 'home' ? 'home' : 'messages';
  draw();
  if (store.tab === 'home') void doAct('open-home', {});
});
byId('open-sidebar').addEventListener('click', () => showSidebar(!byId('app').classList.contains('sidebar-open')));
byId('channel').addEventListener('click', (event) => {
  if (around(event.target, '#open-sidebar') === null) showSidebar(false);
});
byId('close-thread').addEventListener('click', closeThread);
byId('thread').addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && !event.defaultPrevented) closeThread();
});
byId('me').addEventListener('change', (event) => {
  store.thread = '';
  listen(/** @type {HTMLSelectElement} */ (event.target).value, onEvent);
});

/** @param {import('../page-model.ts').PageEvent} event */
function onEvent(event) {
  const isFirst = store.channel === '';
  take(event);
  draw();
  if (isFirst) composer.focus();
}

listen('', onEvent);
