import { alertAttachment } from '../../../src/playground/alerts/alert-attachment.ts';
import type { Ack } from '../../../src/playground/fake-slack/delivery.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../../src/playground/fake-slack/model.ts';
import { alertBot } from './workspace-of-many.ts';

export type Kind = 'command' | 'mention' | 'reply' | 'button' | 'alert';

/** Something that a person asks once, or again when Slack tells them that it did not get through. */
export interface Question {
  readonly kind: Kind;
  readonly words: string;
  readonly channel: string;
  /** How many answers there should be: one, and those to the same in this thread before. */
  readonly expected: number;
  /** Undefined: by an event, which Slack delivers again by itself. */
  readonly ask: () => Promise<Ack | undefined>;
  readonly answers: () => readonly Message[];
}

const reads = (message: Message) => message.text.startsWith('Reading');
/** What is said in place of an answer that did not come about. */
const tells = (message: Message) => /is restarting|was restarted/u.test(message.text);

export function isApology(message: Message): boolean {
  return tells(message);
}

export function commandQuestion(slack: FakeSlack, user: string, channel: string, service: string): Question {
  const words = `triage ${service} -n shop`;
  return {
    kind: 'command',
    words,
    channel,
    expected: 1,
    ask: async () => (await slack.sendCommand(words, { user, channel })).ack,
    // No other command is given by this person in this channel.
    answers: () => botsIn(slack, channel).filter((message) => message.only === user && !reads(message)),
  };
}

export function mentionQuestion(
  slack: FakeSlack,
  user: string,
  channel: string,
  service: string,
): Question & { readonly root: () => Message } {
  const words = `@k8s-svc triage ${service} -n shop`;
  let root: Message | undefined;
  return {
    kind: 'mention',
    words,
    channel,
    expected: 1,
    root: () => root as Message,
    async ask() {
      root = slack.sendMessage(words, { user, channel });
      return undefined;
    },
    answers: () => inThread(slack, root, service),
  };
}

export function replyQuestion(slack: FakeSlack, user: string, root: Message, service: string): Question {
  const words = `explain ${service} -n shop`;
  return {
    kind: 'reply',
    words,
    channel: root.channel,
    expected: 1,
    async ask() {
      slack.sendMessage(words, { user, channel: root.channel, threadTs: root.ts });
      return undefined;
    },
    answers: () => inThread(slack, root, service),
  };
}

/** Presses the first button of an answer: it asks the same again, or more of the same Service. */
export function buttonQuestion(slack: FakeSlack, user: string, root: Message, answer: Message, service: string): Question {
  const actions = answer.blocks.find((block) => block.type === 'actions');
  const [button] = (actions?.['elements'] ?? []) as { readonly action_id: string; readonly text: { readonly text: string } }[];
  if (actions === undefined || button === undefined) throw new Error(`no button in: ${answer.text}`);
  const pressed = { blockId: String(actions['block_id']), actionId: button.action_id };
  const expected = inThread(slack, root, service).length + 1;
  return {
    kind: 'button',
    words: `[${button.text.text}] ${service}`,
    channel: root.channel,
    expected,
    ask: async () => (await slack.clickButton(answer, pressed, user))?.ack,
    answers: () => inThread(slack, root, service),
  };
}

export function alertQuestion(slack: FakeSlack, channel: string, service: string, name: string): Question {
  let root: Message | undefined;
  const alert = { name, severity: 'critical' as const, summary: `${service} does not answer` };
  const attachment = alertAttachment({ alert, service: { namespace: 'shop', name: service } } as never, true);
  return {
    kind: 'alert',
    words: `${name} about ${service}`,
    channel,
    expected: 1,
    async ask() {
      root = slack.postByWebhook({ bot: alertBot, channel, attachments: [attachment] });
      return undefined;
    },
    answers: () => inThread(slack, root, service),
  };
}

function botsIn(slack: FakeSlack, channel: string): readonly Message[] {
  return slack.workspace.messages(channel).filter((message) => message.user === slack.workspace.directory.app.botUserId);
}

function inThread(slack: FakeSlack, root: Message | undefined, service: string): readonly Message[] {
  if (root === undefined) return [];
  return botsIn(slack, root.channel).filter(
    (message) => message.threadTs === root.ts && !reads(message) && (message.text.includes(service) || tells(message)),
  );
}
