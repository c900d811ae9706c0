import nock from 'nock';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { inWorkspace } from './support/fake-workspace.ts';
import { createIdleApp } from './support/idle-app.ts';
import { nockSlack } from './support/nock-slack.ts';

beforeAll(() => {
  nock.disableNetConnect();
  nock.enableNetConnect('127.0.0.1');
});
afterEach(() => nock.cleanAll());
afterAll(() => nock.enableNetConnect());

describe('in Socket Mode', () => {
  it(
    'connects again when Slack asks for it, and answers after that',
    () =>
      inWorkspace('Socket Mode', async (slack, { sockets }) => {
        sockets?.refresh();
        await vi.waitFor(() => expect(sockets?.connections).toBe(0));
        await vi.waitFor(() => expect(sockets?.connections).toBe(1), { timeout: 15_000 });
        const { ack } = await slack.sendCommand('help');
        expect(ack).toEqual({ ok: true, body: {} });
        await vi.waitFor(() =>
          expect(slack.workspace.messages('C0K8GENERAL').at(-1)?.text).toContain('I know Kubernetes Services.'),
        );
      }),
    20_000,
  );

  it('says that Slack refuses the app-level token, without showing it', async () => {
    const atSlack = nockSlack();
    atSlack.next('apps.connections.open', 'invalid_auth');
    const app = createIdleApp({ mode: { kind: 'socket', appToken: 'xapp-1-secret' } });
    const failure = await app.start().catch((error: unknown) => error);
    expect(failure).toMatchObject({
      message: 'Slack refuses the bot token (xoxb-…) or the app-level token (xapp-…): invalid_auth.',
    });
    expect(app.log.lines.join('\n')).not.toContain('secret');
  });

  it('says that Slack cannot be reached', async () => {
    const app = createIdleApp({
      mode: { kind: 'socket', appToken: 'xapp-1-secret' },
      slackApiUrl: 'http://127.0.0.1:9/api/',
      botId: undefined,
      botUserId: undefined,
    } as never);
    await expect(app.start()).rejects.toThrow('Slack could not be reached.');
  });
});
