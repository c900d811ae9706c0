import type { Receiver } from '@slack/bolt';
import { parseWords } from '../../../src/core/ask/parse-words.ts';
import { createSlackApp } from '../../../src/slack/create-slack-app.ts';
import type { SlackAppDeps } from '../../../src/slack/deps.ts';
import { createLog } from './log.ts';
import { createPreparedAssistant } from './prepared.ts';

export const ids = { team: 'T1', channel: 'C1', direct: 'D1', user: 'U1PERSON', bot: 'U1BOT', botId: 'B1BOT' } as const;

const idle: Receiver = { init() {}, start: async () => undefined, stop: async () => undefined };

/** The real Bolt app with a receiver that receives nothing: tests hand it payloads through `app.processEvent`. */
export function createIdleApp(more: Partial<SlackAppDeps> = {}) {
  const assistant = createPreparedAssistant();
  const log = createLog();
  let clock = Date.UTC(2026, 10, 20);
  let requests = 0;
  const slackApp = createSlackApp({
    assistant,
    parse: parseWords,
    token: 'xoxb-1-secret',
    mode: { kind: 'receiver', receiver: idle },
    botId: ids.botId,
    botUserId: ids.bot,
    logger: log,
    now: () => clock,
    newRequestId: () => `r${(requests += 1)}`,
    strictPayloads: true,
    // Slack's pace is tested where it matters.
    postGapMs: 0,
    ...more,
  });
  return {
    ...slackApp,
    assistant,
    log,
    pass: (ms: number) => void (clock += ms),
    /** Resolves with what the app acknowledged, when its listeners are done. */
    async send(body: Record<string, unknown>): Promise<unknown> {
      let acked: unknown = 'not acked';
      await slackApp.app.processEvent({ body, ack: async (response) => void (acked = response) });
      return acked;
    },
  };
}

let counter = 0;
/** A fresh number, for ids and times that must differ. */
export const next = (): number => (counter += 1);

export function commandBody(text: string, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    command: '/k8s-svc',
    text,
    user_id: ids.user,
    team_id: ids.team,
    channel_id: ids.channel,
    channel_name: 'general',
    trigger_id: `trigger-${next()}`,
    response_url: 'https://hooks.slack.com/commands/T1/1/abc',
    ...more,
  };
}

export function eventBody(event: Record<string, unknown>, eventId = `Ev${next()}`): Record<string, unknown> {
  return {
    type: 'event_callback',
    team_id: ids.team,
    event_id: eventId,
    authorizations: [{ team_id: ids.team, user_id: ids.bot, is_bot: true }],
    event: { ts: `${next()}.000200`, user: ids.user, channel: ids.channel, ...event },
  };
}

export function pressBody(
  actionId: string,
  value: string | undefined,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    type: 'block_actions',
    team: { id: ids.team },
    user: { id: ids.user, team_id: ids.team },
    channel: { id: ids.channel, name: 'general' },
    container: { type: 'message', message_ts: '500.000100', channel_id: ids.channel, is_ephemeral: false },
    message: { ts: '500.000100', thread_ts: '400.000100', blocks: [] },
    trigger_id: `trigger-${next()}`,
    response_url: 'https://hooks.slack.com/actions/T1/1/abc',
    actions: [
      {
        type: 'button',
        action_id: actionId,
        block_id: 'b1',
        action_ts: `${next()}.1`,
        ...(value === undefined ? {} : { value }),
      },
    ],
    ...more,
  };
}

export const privateMessage = {
  container: { type: 'message', message_ts: '500.000100', channel_id: ids.channel, is_ephemeral: true },
  message: undefined,
};
