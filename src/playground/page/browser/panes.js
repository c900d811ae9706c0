import { around, byId, make, toDom } from './dom.js';
import { drawMessage } from './messages.js';
import { openChannel, repliesTo, rootMessages, store } from './store.js';

/** @import { PageMessage, PageView } from '../page-model.ts' */

/** What each element was drawn from, so that only what changed is drawn again. @type {WeakMap<Element, { message: PageMessage, replies: number }>} */
const drawnFrom = new WeakMap();

/** Where the page itself scrolled a list to: as long as the person leaves it there, it follows. @type {WeakMap<Element, number>} */
const putAt = new WeakMap();

/** @type {PageView | null} */
let homeShown = null;

/**
 * Scrolls to the end of a list, or to the beginning of its last message when that is higher than the list.
 * @param {HTMLElement} place
 * @param {Element | null} last
 */
export function scrollTo(place, last = place.lastElementChild) {
  place.scrollTop = place.scrollHeight;
  const hidden = place.getBoundingClientRect().top - (last?.getBoundingClientRect().top ?? 0);
  if (hidden > 0) place.scrollTop -= hidden;
  putAt.set(place, place.scrollTop);
}

export function drawChannel() {
  const channel = openChannel();
  const isApp = channel?.kind === 'im';
  byId('title').textContent = channel === undefined ? '' : isApp ? channel.name : `# ${channel.name}`;
  const isOut = channel?.kind === 'channel' && !channel.hasApp;
  byId('topic').textContent = [channel?.topic, isOut ? 'k8s-svc is not a member here' : ''].filter(Boolean).join(' · ');
  byId('tabs').hidden = !isApp;
  for (const tab of document.querySelectorAll('[data-tab]')) {
    const isOpen = tab.getAttribute('data-tab') === store.tab;
    tab.setAttribute('aria-selected', String(isOpen));
    tab.setAttribute('tabindex', isOpen ? '0' : '-1');
  }
  const showsHome = isApp && store.tab === 'home';
  byId('messages').hidden = showsHome;
  byId('composer').hidden = showsHome;
  byId('home').hidden = !showsHome;
  if (showsHome) drawHome();
  else drawList(byId('messages'), [welcome()], rootMessages(), false);
}

export function drawThread() {
  const root = rootMessages().find((one) => one.ts === store.thread);
  const pane = byId('thread');
  pane.hidden = root === undefined;
  byId('app').dataset['pane'] = root === undefined ? 'channel' : 'thread';
  if (root === undefined) return;
  byId('thread-channel').textContent = `${openChannel()?.kind === 'im' ? '' : '# '}${openChannel()?.name ?? ''}`;
  drawList(byId('thread-messages'), [], [root, ...repliesTo(root.ts)], true);
}

function drawHome() {
  const { home } = store.state;
  // Drawn once, so that focus and open menus stay while other things happen.
  if (home !== null && home === homeShown) return;
  homeShown = home;
  const nothing = make('p', { class: 'empty' }, 'k8s-svc has not published a Home tab yet.');
  byId('home').replaceChildren(...(home === null ? [nothing] : home.body.map(toDom)));
  byId('home').dataset['view'] = home?.id ?? '';
}

/**
 * @param {HTMLElement} place
 * @param {readonly HTMLElement[]} before
 * @param {readonly PageMessage[]} messages
 * @param {boolean} inThread
 */
function drawList(place, before, messages, inThread) {
  const isAtEnd = place.scrollHeight - place.scrollTop - place.clientHeight < 80;
  const isWhereWePutIt = Math.abs(place.scrollTop - (putAt.get(place) ?? -9)) < 2;
  const lastBefore = place.lastElementChild;
  const known = new Map([...place.querySelectorAll('article')].map((one) => [one.dataset['ts'], one]));
  const rows = messages.map((message) => {
    const old = known.get(message.ts);
    const from = old === undefined ? undefined : drawnFrom.get(old);
    // The summary of a thread changes with its replies.
    const replies = repliesTo(message.ts).length;
    if (old !== undefined && from?.message === message && from.replies === replies) return old;
    const row = drawMessage(message, inThread);
    drawnFrom.set(row, { message, replies });
    return row;
  });
  const refocus = rememberFocus(place);
  reconcile(place, [...before, ...rows]);
  refocus();
  const last = rows.at(-1);
  if (last === undefined || last === lastBefore) return;
  // New or drawn anew: who reads the end goes on reading there, who has scrolled away is left alone.
  if (isAtEnd || isWhereWePutIt) scrollTo(place, last);
}

/**
 * A button that is pressed often changes its own message: the focus goes to the same button in the new one, or to the message.
 * @param {HTMLElement} place
 */
function rememberFocus(place) {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const { ts } = around(focused, 'article')?.dataset ?? {};
  const { action } = focused instanceof HTMLElement ? focused.dataset : {};
  return () => {
    if (focused === null || focused.isConnected || ts === undefined) return;
    const article = place.querySelector(`article[data-ts="${ts}"]`);
    const same = action === undefined ? null : article?.querySelector(`[data-action="${CSS.escape(action)}"]`);
    /** @type {HTMLElement | null | undefined} */ (same ?? article)?.focus();
  };
}

/**
 * Puts these elements into a place and touches only what changes: focus, selection and open menus stay, and a screen
 * reader hears what is new.
 * @param {HTMLElement} place
 * @param {readonly HTMLElement[]} wanted
 */
function reconcile(place, wanted) {
  const keep = new Set(wanted);
  for (const child of place.querySelectorAll(':scope > *'))
    if (child instanceof HTMLElement && !keep.has(child)) child.remove();
  wanted.forEach((element, index) => {
    if (place.children[index] !== element) place.insertBefore(element, place.children[index] ?? null);
  });
}

/** The start of a channel: what this is, and commands to press. */
function welcome() {
  const channel = openChannel();
  const { examples, cluster } = store.state;
  const before = byId('messages').querySelector('.welcome');
  if (before instanceof HTMLElement && before.dataset['for'] === store.channel) return before;
  const box = make('section', { class: 'welcome', 'aria-label': 'Welcome', 'data-for': store.channel });
  if (channel?.kind === 'im') {
    box.append(make('h3', {}, '☸ k8s-svc'), make('p', {}, 'Ask anything about Kubernetes Services, without a prefix.'));
    return box;
  }
  if (channel?.name === 'oncall' && store.state.switches.faults.length > 0) {
    box.append(
      make('h3', {}, '🔔 Alertmanager posts here'),
      make(
        'p',
        {},
        'Switch on a fault under “Break the cluster”, and its alert comes in, with the cause in its thread; mend it, and it is resolved. “Triage this” in the menu of any message does the same.',
      ),
    );
    return box;
  }
  box.append(
    make('h3', {}, `☸ Welcome to #${channel?.name ?? ''}`),
    make(
      'p',
      {},
      'k8s-svc answers here as it does in your Slack, over the cluster ',
      make('b', {}, cluster),
      '. Press one of these, type ',
      make('code', {}, '/k8s-svc'),
      ', or mention ',
      make('code', {}, '@k8s-svc'),
      ' with a question.',
    ),
    make(
      'div',
      { class: 'examples' },
      ...examples.map(({ label, command }) =>
        make('button', { type: 'button', 'data-command': command }, make('b', {}, label), make('code', {}, command)),
      ),
    ),
  );
  return box;
}
