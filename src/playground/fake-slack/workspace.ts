import type { Directory } from './directory.ts';
import { createIds } from './ids.ts';
import type { Block, Change, Channel, Message, MessageDraft, SlackFile, User, View } from './model.ts';
import { createTimestamps } from './timestamps.ts';

export interface Workspace {
  readonly directory: Directory;
  readonly newId: (prefix: string) => string;
  /** Epoch milliseconds. */
  readonly now: () => number;
  channels(): readonly Channel[];
  /** By id, `#name` or name. */
  channel(key: string): Channel | undefined;
  user(id: string): User | undefined;
  /** The direct message between the app and this person. */
  directMessage(user: string): Channel | undefined;
  join(channel: string, user: string): void;
  leave(channel: string, user: string): void;
  post(draft: MessageDraft): Message;
  /** Undefined when there is no such message. Its time and author stay. */
  change(channel: string, ts: string, patch: Partial<MessageDraft>, byApp?: boolean): Message | undefined;
  remove(channel: string, ts: string): boolean;
  message(channel: string, ts: string): Message | undefined;
  /** Oldest first, replies and ephemeral messages among them. */
  messages(channel: string): readonly Message[];
  keepFile(file: SlackFile): void;
  file(id: string): SlackFile | undefined;
  showView(view: View): void;
  closeView(id: string): void;
  view(id: string): View | undefined;
  /** By the app's own `external_id`. */
  viewNamed(externalId: string): View | undefined;
  /** The modals on a person's screen, the topmost last. */
  modalsOf(user: string): readonly View[];
  home(user: string): View | undefined;
  /** Returns the way to stop listening. */
  listen(listener: (change: Change) => void): () => void;
}

/** The memory of the fake Slack. It keeps and tells; what is allowed is decided by the methods of the Web API. */
export function createWorkspace(directory: Directory, now: () => number): Workspace {
  const newTs = createTimestamps(now);
  const newId = createIds();
  const channels = new Map(directory.channels.map((channel) => [channel.id, channel]));
  const messages = new Map<string, Message[]>(directory.channels.map((channel) => [channel.id, []]));
  const files = new Map<string, SlackFile>();
  const views = new Map<string, View>();
  const listeners = new Set<(change: Change) => void>();

  const tell = (change: Change) => listeners.forEach((listener) => listener(change));
  const named = (blocks: readonly Block[]) => blocks.map((block) => nameBlock(block, newId));
  const setMembers = (id: string, turn: (members: readonly string[]) => readonly string[]) => {
    const channel = channels.get(id);
    if (channel === undefined) return;
    const changed = { ...channel, members: turn(channel.members) };
    channels.set(id, changed);
    tell({ type: 'channel-changed', channel: changed });
  };

  return {
    directory,
    newId,
    now,
    channels: () => [...channels.values()],
    channel: (key) =>
      channels.get(key) ?? [...channels.values()].find((one) => one.kind === 'channel' && one.name === key.replace(/^#/, '')),
    user: (id) => directory.users.find((user) => user.id === id),
    directMessage: (user) => [...channels.values()].find((one) => one.kind === 'im' && one.members.includes(user)),
    join: (id, user) => setMembers(id, (members) => [...new Set([...members, user])]),
    leave: (id, user) => setMembers(id, (members) => members.filter((member) => member !== user)),
    post(draft) {
      const message: Message = {
        threadTs: undefined,
        metadata: undefined,
        files: [],
        attachments: [],
        reactions: [],
        edited: false,
        only: undefined,
        ...draft,
        blocks: named(draft.blocks ?? []),
        ts: newTs(),
      };
      messages.get(draft.channel)?.push(message);
      tell({ type: 'message-posted', message });
      return message;
    },
    change(channel, ts, patch, byApp = false) {
      const list = messages.get(channel) ?? [];
      const index = list.findIndex((message) => message.ts === ts);
      const previous = list[index];
      if (previous === undefined) return undefined;
      const message: Message = {
        ...previous,
        ...patch,
        channel,
        blocks: patch.blocks === undefined ? previous.blocks : named(patch.blocks),
      };
      list[index] = message;
      tell({ type: 'message-changed', message, previous, byApp });
      return message;
    },
    remove(channel, ts) {
      const list = messages.get(channel) ?? [];
      const index = list.findIndex((message) => message.ts === ts);
      const [message] = index < 0 ? [] : list.splice(index, 1);
      if (message === undefined) return false;
      tell({ type: 'message-deleted', message });
      return true;
    },
    message: (channel, ts) => messages.get(channel)?.find((message) => message.ts === ts),
    messages: (channel) => [...(messages.get(channel) ?? [])],
    keepFile: (file) => void files.set(file.id, file),
    file: (id) => files.get(id),
    showView(view) {
      const known = views.has(view.id);
      const shown = { ...view, body: { ...view.body, blocks: named(view.body.blocks) } };
      views.set(view.id, shown);
      tell({ type: known ? 'view-changed' : 'view-opened', view: shown });
    },
    closeView(id) {
      const view = views.get(id);
      if (view === undefined) return;
      views.delete(id);
      tell({ type: 'view-closed', view });
    },
    view: (id) => views.get(id),
    viewNamed: (externalId) => [...views.values()].find((view) => view.body['external_id'] === externalId),
    modalsOf: (user) => [...views.values()].filter((view) => view.type === 'modal' && view.user === user),
    home: (user) => [...views.values()].find((view) => view.type === 'home' && view.user === user),
    listen(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

/** Slack gives every block without a block_id one of its own, and every button without an action_id likewise. */
function nameBlock(block: Block, newId: (prefix: string) => string): Block {
  const nameElement = (element: unknown): unknown =>
    isInteractive(element) && element['action_id'] === undefined ? { ...element, action_id: newId('a') } : element;
  return {
    ...block,
    block_id: block['block_id'] ?? newId('b'),
    ...(block.type === 'section' && block['accessory'] !== undefined ? { accessory: nameElement(block['accessory']) } : {}),
    ...(Array.isArray(block['elements']) && block.type.endsWith('actions')
      ? { elements: block['elements'].map(nameElement) }
      : {}),
    ...(block.type === 'input' ? { element: nameElement(block['element']) } : {}),
  };
}

function isInteractive(element: unknown): element is Block {
  return typeof element === 'object' && element !== null && 'type' in element && element.type !== 'image';
}
