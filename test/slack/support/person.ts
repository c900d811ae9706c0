import { expect, vi } from 'vitest';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import { YOU } from '../../../src/playground/fake-slack/directory.ts';
import type { Block, Json, Message, View } from '../../../src/playground/fake-slack/model.ts';
import { buttonOf, readable } from './fake-workspace.ts';
import { fieldOf, wordsOf } from './read-view.ts';

/** A channel by its name; `k8s-svc` is the direct message. Only the thread when its root is named too. */
export interface Where {
  readonly channel: string;
  readonly threadTs?: string;
}

/** What somebody in front of Slack does and reads there. Nothing here knows what the app is made of. */
export interface Person {
  /** Sends the slash command. */
  command(words: string, channel?: string): Promise<void>;
  says(words: string, where?: Where): Message;
  /** Presses the button with this label. */
  presses(message: Message, label: string): Promise<void>;
  /** The thumbs under an answer. */
  thinks(message: Message, value: 'good' | 'bad'): Promise<void>;
  chooses(shortcut: string, message: Message): Promise<void>;
  opensHome(): Promise<void>;
  /** Waits for a message of the app with these words that this person can see: the newest one of them, as it is now. */
  sees(words: RegExp | string, where?: Where): Promise<Message>;
  /** Waits for these words on the Home tab; all words there. */
  seesHome(words: string): Promise<string>;
  /** Waits for a form with these words. */
  seesForm(words: string): Promise<View>;
  seesFile(name: string, where?: Where): Promise<{ readonly message: Message; readonly content: string }>;
  /** Sets a field of the form by its label: to words, or to the option that reads so. */
  fills(form: View, label: string, words: string): Promise<void>;
  /** Presses the form's button after setting these fields; what stands under the fields when they are refused. */
  submits(form: View, fields: Readonly<Record<string, string>>): Promise<readonly string[]>;
  /** All messages of the app that this person can see there, oldest first. */
  all(where?: Where): readonly Message[];
}

const general = { channel: 'general' };
/** A loaded machine takes its time. */
const soon = <T>(look: () => T): Promise<Awaited<T>> =>
  vi.waitFor(look, { timeout: 20_000, interval: 20 }) as Promise<Awaited<T>>;

export function personIn(slack: FakeSlack, user = YOU): Person {
  const { workspace } = slack;
  const idOf = (channel: string): string =>
    (channel === 'k8s-svc' ? workspace.directMessage(user) : workspace.channel(channel))?.id ?? channel;
  const all = ({ channel, threadTs }: Where = general): readonly Message[] =>
    workspace
      .messages(idOf(channel))
      .filter((one) => one.user === workspace.directory.app.botUserId && (one.only ?? user) === user)
      .filter((one) => threadTs === undefined || one.threadTs === threadTs);
  const read = (message: Message): string => readable(message) || message.text;
  const press = async (message: Message, spot: Parameters<FakeSlack['clickButton']>[1]): Promise<void> => {
    expect((await slack.clickButton(message, spot, user))?.ack.ok).toBe(true);
  };

  return {
    all,
    async command(words, channel = 'general') {
      const { ack } = await slack.sendCommand(words, { user, channel: idOf(channel) });
      expect(ack).toEqual({ ok: true, body: {} });
    },
    says: (words, { channel, threadTs } = general) =>
      slack.sendMessage(words, { user, channel: idOf(channel), ...(threadTs !== undefined && { threadTs }) }),
    presses: (message, label) => press(message, buttonOf(message, label)),
    async thinks(message, value) {
      const block = message.blocks.find((one) => one.type === 'context_actions');
      if (block === undefined) throw new Error('nobody asks here what one thinks');
      const [element] = block['elements'] as readonly [Block];
      const side = element[value === 'good' ? 'positive_button' : 'negative_button'] as Json;
      const spot = { blockId: String(block['block_id']), actionId: String(element['action_id']) };
      await press(message, { ...spot, chosen: { value: side['value'] } });
    },
    async chooses(shortcut, message) {
      expect((await slack.useShortcut(message, shortcut, user)).ack.ok).toBe(true);
    },
    async opensHome() {
      expect((await slack.openHome(user)).ok).toBe(true);
    },
    sees: (words, where = general) =>
      soon(() => {
        const messages = all(where);
        const found = messages.findLast((one) =>
          typeof words === 'string' ? read(one).includes(words) : words.test(read(one)),
        );
        if (found === undefined) throw new Error(`${String(words)} is not in:\n${messages.map(read).join('\n---\n')}`);
        return found;
      }),
    seesHome: (words) =>
      soon(() => {
        const home = wordsOf(workspace.home(user)?.body.blocks);
        expect(home).toContain(words);
        return home;
      }),
    seesForm: (words) =>
      soon(() => {
        const form = workspace.modalsOf(user).at(-1);
        expect(wordsOf(form?.body.blocks)).toContain(words);
        return form as View;
      }),
    seesFile: (name, where = general) =>
      soon(() => {
        const files = all(where).flatMap((message) => message.files.map((id) => ({ message, file: workspace.file(id) })));
        const found = files.findLast(({ file }) => file?.name === name);
        if (found === undefined) throw new Error(`no ${name} among ${files.map(({ file }) => file?.name).join(', ')}`);
        return { message: found.message, content: found.file?.content.toString('utf8') ?? '' };
      }),
    async fills(form, label, words) {
      const { blockId, actionId, set } = fieldOf(form, label, words);
      await slack.clickInView(form, { blockId, actionId, chosen: set });
    },
    async submits(form, fields) {
      const set = Object.entries(fields).map(([label, words]) => fieldOf(form, label, words));
      const values = Object.fromEntries(set.map((one) => [one.blockId, { [one.actionId]: one.set }]));
      return Object.values((await slack.submitView(form, values)).errors);
    },
  };
}
