import { parseWords } from '../../../src/core/ask/parse-words.ts';
import { startSocketMode, type SocketMode } from '../../../src/playground/fake-slack/socket-mode.ts';
import { startFakeSlack } from '../../../src/playground/fake-slack/start-fake-slack.ts';
import type { FakeSlack, FakeSlackOptions } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../../src/playground/fake-slack/model.ts';
import { blocksToText } from '../../../src/render/slack/blocks-to-text.ts';
import type { SlackBlock } from '../../../src/render/slack/blocks.ts';
import { createSlackApp } from '../../../src/slack/create-slack-app.ts';
import type { SlackAppDeps } from '../../../src/slack/deps.ts';
import { createLog } from './log.ts';
import { createPreparedAssistant } from './prepared.ts';

const signingSecret = 'of-the-fake-workspace';

export type Way = 'HTTP' | 'Socket Mode';

/** The bot in a fake workspace that is as strict as Slack. */
export async function inWorkspace(
  way: Way,
  run: (
    slack: FakeSlack,
    bot: {
      readonly restart: () => Promise<void>;
      /** Resolves when the bot has answered all that it got. */
      readonly settled: () => Promise<void>;
      readonly sockets: SocketMode | undefined;
    },
  ) => Promise<void>,
  more: Partial<SlackAppDeps> = {},
  world: Partial<FakeSlackOptions> = {},
): Promise<void> {
  const slack = await startFakeSlack({ now: Date.now, signingSecret, ...world });
  const sockets = way === 'HTTP' ? undefined : await startSocketMode(slack);
  let requests = 0;
  const start = async () => {
    const app = createSlackApp({
      assistant: createPreparedAssistant(),
      parse: parseWords,
      token: slack.botToken,
      mode:
        way === 'HTTP'
          ? { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' }
          : { kind: 'socket', appToken: slack.appToken },
      slackApiUrl: slack.apiUrl,
      logger: createLog(),
      now: Date.now,
      newRequestId: () => `r${(requests += 1)}`,
      strictPayloads: true,
      // Slack's pace is tested where it matters.
      postGapMs: 0,
      ...more,
    });
    const { port } = await app.start();
    if (port !== undefined) slack.connectTo(`http://127.0.0.1:${port}/slack/events`);
    await sockets?.connected();
    return app;
  };
  let app = await start();
  try {
    const restart = async () => {
      await app.stop();
      app = await start();
    };
    const settled = async () => {
      await slack.settled();
      // An event is acknowledged before its listener starts.
      await new Promise((resolve) => setTimeout(resolve, 50));
      await app.settled();
      // What the bot has posted comes back to it as events.
      await slack.settled();
    };
    await run(slack, { restart, settled, sockets });
  } finally {
    await app.stop();
    await sockets?.stop();
    await slack.stop();
  }
}

/** What a person reads in a message. */
export const readable = (message: Message | undefined): string =>
  blocksToText((message?.blocks ?? []) as unknown as SlackBlock[]);

/** The ids by which the button with this label is pressed. */
export function buttonOf(message: Pick<Message, 'blocks'>, label: string): { blockId: string; actionId: string } {
  for (const block of message.blocks) {
    const elements = (block['elements'] ?? []) as { readonly action_id?: string; readonly text?: { readonly text?: string } }[];
    const actionId = elements.find((element) => element.text?.text === label)?.action_id;
    if (actionId !== undefined) return { blockId: String(block['block_id']), actionId };
  }
  throw new Error(`no button "${label}"`);
}
