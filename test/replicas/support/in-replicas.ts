import type { Assistant } from '../../../src/app/assistant.ts';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../../src/playground/fake-slack/model.ts';
import { startFakeSlack } from '../../../src/playground/fake-slack/start-fake-slack.ts';
import { createSlackApp, type SlackApp } from '../../../src/slack/create-slack-app.ts';
import type { SlackAppDeps } from '../../../src/slack/deps.ts';
import type { Wait } from '../../../src/slack/wait.ts';
import { createPreparedAssistant } from '../../slack/support/prepared.ts';
import { startRedis, type RedisServer } from './redis-server.ts';
import { connected } from './together.ts';

export interface Replica extends SlackApp {
  readonly log: { readonly lines: readonly string[] };
  /** From now on Slack delivers to this one. */
  readonly takes: () => void;
  /** What it has begun stays undone, and nobody hears of it again: as after SIGKILL. */
  readonly die: () => Promise<void>;
}

export interface Together {
  readonly slack: FakeSlack;
  readonly redis: RedisServer;
  readonly start: (assistant?: Assistant, more?: Partial<SlackAppDeps>) => Promise<Replica>;
  /** Of the bot, in a channel. */
  readonly said: (channel?: string) => readonly Message[];
}

const signingSecret = 'of-the-fake-workspace';
export const general = 'C0K8GENERAL';

/** An assistant that begins and never ends: its replica dies meanwhile. */
export const hanging = (): Assistant => createPreparedAssistant(() => new Promise(() => undefined));

/** No time passes; heeds the signal. */
export const standstill: Wait = (_, signal) =>
  new Promise((resolve) => (signal.aborted ? resolve() : signal.addEventListener('abort', () => resolve(), { once: true })));

/** Replicas in this process that share a real Redis, in a workspace as strict as Slack. */
export async function inReplicas(run: (together: Together) => Promise<void>): Promise<void> {
  const redis = await startRedis();
  const slack = await startFakeSlack({ now: Date.now, signingSecret });
  const all: { stop(): Promise<void>; close(): Promise<void> }[] = [];
  let requests = 0;
  try {
    await run({
      slack,
      redis,
      async start(assistant = createPreparedAssistant(), more = {}) {
        const shared = await connected(redis);
        const app = createSlackApp({
          assistant,
          parse: parseWords,
          token: slack.botToken,
          mode: { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' },
          slackApiUrl: slack.apiUrl,
          logger: shared.log,
          now: Date.now,
          newRequestId: () => `r${(requests += 1)}`,
          strictPayloads: true,
          postGapMs: 0,
          // What hangs in a replica that is dead must not speak at its deadline.
          deadlineMs: 120_000,
          shared: { ...shared, pace: async () => undefined },
          ...more,
        });
        const { port } = await app.start();
        const takes = () => slack.connectTo(`http://127.0.0.1:${port}/slack/events`);
        takes();
        // One that the test has stopped cannot be stopped again.
        all.push({ stop: () => app.stop(0).catch(() => undefined), close: () => shared.close() });
        return { ...app, log: shared.log, takes, die: () => shared.close() };
      },
      said: (channel = general) =>
        slack.workspace.messages(channel).filter(({ user }) => user === slack.workspace.directory.app.botUserId),
    });
  } finally {
    await Promise.all(all.map((one) => one.close()));
    await Promise.all(all.map((one) => one.stop()));
    await slack.stop();
    await redis.stop();
  }
}
