import { describe, expect, it, vi } from 'vitest';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { startSocketMode } from '../../src/playground/fake-slack/socket-mode.ts';
import { startFakeSlack } from '../../src/playground/fake-slack/start-fake-slack.ts';
import { createSlackApp } from '../../src/slack/create-slack-app.ts';
import { slackPart } from '../../src/bin/health-parts.ts';
import { createLog } from './support/log.ts';
import { createPreparedAssistant } from './support/prepared.ts';

describe('the connection to Slack, as health tells it', () => {
  it('is connected, reconnecting and connected again as Slack comes and goes', async () => {
    const slack = await startFakeSlack({ now: Date.now, signingSecret: 'of-the-test-of-health' });
    const sockets = await startSocketMode(slack);
    const app = createSlackApp({
      assistant: createPreparedAssistant(),
      parse: parseWords,
      token: slack.botToken,
      mode: { kind: 'socket', appToken: slack.appToken },
      slackApiUrl: slack.apiUrl,
      logger: createLog(),
      now: Date.now,
      newRequestId: () => 'r',
    });
    const seen: string[] = [app.connection()];
    const becomes = async (state: string) => {
      await vi.waitFor(() => expect(app.connection()).toBe(state), { timeout: 15_000, interval: 5 });
      seen.push(state);
    };
    await app.start();
    await becomes('connected');
    sockets.drop();
    await becomes('reconnecting');
    await becomes('connected');
    await app.stop();
    seen.push(app.connection());
    await sockets.stop();
    await slack.stop();
    expect(seen).toEqual(['starting', 'connected', 'reconnecting', 'connected', 'stopping']);
  });

  it.each([
    ['connected', 'ok'],
    ['starting', 'down'],
    ['reconnecting', 'down'],
    ['stopping', 'down'],
  ] as const)('%s is %s', (connection, state) => {
    expect(slackPart(connection).state).toBe(state);
  });
});
