/** @import { PageEvent, PageMessage, PageState, PageView } from '../page-model.ts' */

/** @type {PageState} */
const nothing = {
  team: '',
  cluster: '',
  me: { id: '', name: '' },
  people: [],
  channels: [],
  messages: [],
  modals: [],
  home: null,
  examples: [],
  verbs: [],
  shortcuts: [],
  switches: { faults: [], troubles: 0 },
};

/** What the page knows: the last state of the server with every change since, and where the person looks. */
export const store = {
  state: nothing,
  /** Channel id. */
  channel: '',
  /** The ts of the open thread's root, or ''. */
  thread: '',
  /** @type {'messages' | 'home'} */
  tab: 'messages',
  /** Channels with something new. @type {Set<string>} */
  unread: new Set(),
};

/**
 * @param {PageEvent} event
 */
export function take(event) {
  const { state } = store;
  if (event.type === 'state') {
    const { channels } = event.state;
    // Everybody has a direct message with the app, each another one.
    const same = openChannel()?.kind === 'im' ? channels.find((one) => one.kind === 'im') : undefined;
    if (!channels.some((one) => one.id === store.channel)) store.channel = (same ?? channels[0])?.id ?? '';
    store.state = event.state;
  } else if (event.type === 'message') {
    const { message } = event;
    const rest = state.messages.filter((one) => !isSame(one, message));
    const isNew = rest.length === state.messages.length;
    store.state = { ...state, messages: [...rest, message].sort((a, b) => Number(a.ts) - Number(b.ts)) };
    if (isNew && message.channel !== store.channel) store.unread.add(message.channel);
  } else if (event.type === 'channel') {
    const { channel } = event;
    store.state = { ...state, channels: state.channels.map((one) => (one.id === channel.id ? channel : one)) };
  } else if (event.type === 'switches') {
    store.state = { ...state, switches: event.switches };
  } else if (event.type === 'gone') {
    store.state = { ...state, messages: state.messages.filter((one) => !isSame(one, event)) };
  } else if (event.type === 'modal') {
    store.state = { ...state, modals: withView(state.modals, event.view) };
  } else if (event.type === 'modal-closed') {
    store.state = { ...state, modals: state.modals.filter((one) => one.id !== event.id) };
  } else {
    store.state = { ...state, home: event.view };
  }
}

/**
 * A changed view stays where it lies, also under another.
 * @param {readonly PageView[]} modals
 * @param {PageView} view
 */
function withView(modals, view) {
  return modals.some((one) => one.id === view.id) ? modals.map((one) => (one.id === view.id ? view : one)) : [...modals, view];
}

/** The messages of the open channel that stand in no thread. */
export function rootMessages() {
  return store.state.messages.filter((one) => one.channel === store.channel && one.threadTs === null);
}

/**
 * The replies of a thread of the open channel.
 * @param {string} rootTs
 */
export function repliesTo(rootTs) {
  return store.state.messages.filter((one) => one.channel === store.channel && one.threadTs === rootTs);
}

export function openChannel() {
  return store.state.channels.find((one) => one.id === store.channel);
}

/**
 * @param {Pick<PageMessage, 'channel' | 'ts'>} a
 * @param {Pick<PageMessage, 'channel' | 'ts'>} b
 */
function isSame(a, b) {
  return a.channel === b.channel && a.ts === b.ts;
}
