import { createHmac } from 'node:crypto';
import nock from 'nock';
import { describe, expect, it, vi } from 'vitest';
import { atSlack } from './support/at-slack.ts';
import { commandBody, createIdleApp, eventBody, pressBody } from './support/idle-app.ts';
import { createPreparedAssistant } from './support/prepared.ts';

const signingSecret = 'signing-secret-of-the-test';
const at = atSlack();

type Deps = Parameters<typeof createIdleApp>[0];

type Post = (init: RequestInit) => Promise<Response>;

/** The real receiver on a free port, and a way to post to it as Slack does. */
async function listening(run: (post: Post, app: ReturnType<typeof createIdleApp>) => Promise<void>, more: Deps = {}) {
  const app = createIdleApp({ mode: { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' }, ...more });
  const { port } = await app.start();
  try {
    await run((init) => fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...init }), app);
  } finally {
    await app.stop();
  }
}

function signed(body: string, type: string, at = Date.now(), secret = signingSecret): RequestInit {
  const timestamp = String(Math.floor(at / 1_000));
  const digest = createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` },
  };
}
const form = 'application/x-www-form-urlencoded';
const command = (words: string) => new URLSearchParams(commandBody(words) as Record<string, string>).toString();

describe('over HTTP', () => {
  it('a signed slash command is acknowledged empty and answered once', () =>
    listening(async (post, app) => {
      const response = await post(signed(command('triage checkout -n shop'), form));
      expect([response.status, await response.text()]).toEqual([200, '']);
      await vi.waitFor(() => expect(at.slack.of('respond')).toHaveLength(1));
      expect(app.assistant.asked).toEqual(['triage checkout -n shop']);
    }));

  it('is acknowledged before the work is done', async () => {
    const { promise: cluster, resolve: answers } = Promise.withResolvers<undefined>();
    const assistant = createPreparedAssistant(() => cluster);
    await listening(
      async (post) => {
        expect((await post(signed(command('triage checkout'), form))).status).toBe(200);
        expect(at.slack.of('respond')).toEqual([]);
        answers(undefined);
        await vi.waitFor(() => expect(at.slack.of('respond')).toHaveLength(1));
      },
      { assistant },
    );
  });

  it('a signed event and a signed button press are answered', () =>
    listening(async (post) => {
      await post(signed(JSON.stringify(eventBody({ type: 'app_mention', text: '<@U1BOT> help' })), 'application/json'));
      await vi.waitFor(() => expect(at.slack.of('chat.postMessage')).toHaveLength(1));
      const press = JSON.stringify(pressBody('run.0', '{"v":1,"r":"help"}'));
      await post(signed(new URLSearchParams({ payload: press }).toString(), form));
      await vi.waitFor(() => expect(at.slack.of('chat.postMessage')).toHaveLength(2));
    }));

  it.each([
    ['a wrong signature', signed(command('help'), form, Date.now(), 'another secret')],
    ['an old timestamp', signed(command('help'), form, Date.now() - 10 * 60 * 1_000)],
    ['no signature', { body: command('help'), headers: { 'content-type': form } }],
  ])('refuses a request with %s', (_, init) =>
    listening(async (post, app) => {
      expect((await post(init)).status).toBe(401);
      expect(app.assistant.asked).toEqual([]);
    }),
  );

  it(
    'answers 200 commands that come at once, each once',
    () =>
      listening(async (post) => {
        const all = await Promise.all(
          Array.from({ length: 200 }, () => post(signed(command('triage checkout -n shop'), form))),
        );
        expect(all.every((response) => response.status === 200)).toBe(true);
        await vi.waitFor(() => expect(at.slack.of('respond')).toHaveLength(200), { timeout: 20_000 });
      }),
    30_000,
  );

  it('says which port is taken', () =>
    listening(async (post) => {
      const { url } = await post(signed(command('help'), form));
      const port = Number(new URL(url).port);
      const second = createIdleApp({ mode: { kind: 'http', signingSecret, port, host: '127.0.0.1' } });
      await expect(second.start()).rejects.toThrow(`Port ${port} is taken on 127.0.0.1.`);
    }));

  it('stops only when the answer under way has been given', async () => {
    const { promise: cluster, resolve: answers } = Promise.withResolvers<undefined>();
    const app = createIdleApp({
      mode: { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' },
      assistant: createPreparedAssistant(() => cluster),
    });
    const { port } = await app.start();
    await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...signed(command('triage checkout'), form) });
    const stopped = app.stop();
    answers(undefined);
    await stopped;
    expect(at.slack.of('respond')).toHaveLength(1);
  });

  it('tells those who wait when it has to stop earlier', async () => {
    const app = createIdleApp({
      mode: { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' },
      assistant: createPreparedAssistant(() => new Promise(() => undefined)),
    });
    const { port } = await app.start();
    await fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...signed(command('triage checkout'), form) });
    await app.stop(10);
    expect(at.slack.of('respond')[0]?.['text']).toContain('is restarting');
  });
});

describe('the start', () => {
  it('asks Slack who it is when the ids are not given', async () => {
    nock.cleanAll();
    nock('https://slack.com').post('/api/auth.test').reply(200, { ok: true, user_id: 'U1BOT', bot_id: 'B1BOT', team_id: 'T1' });
    const app = createIdleApp({ botId: undefined, botUserId: undefined } as never);
    await app.start();
    expect(nock.isDone()).toBe(true);
  });

  it('says that Slack refuses the token, without showing it', async () => {
    at.slack.next('auth.test', 'invalid_auth');
    const app = createIdleApp({ botId: undefined, botUserId: undefined } as never);
    const failure = await app.start().catch((error: unknown) => error as Error);
    expect(failure).toMatchObject({ name: 'Problem', say: 'Slack refuses the bot token (xoxb-…): invalid_auth.' });
    expect(JSON.stringify(failure)).not.toContain('xoxb-1-secret');
    expect(app.log.lines.join('\n')).not.toContain('xoxb-1-secret');
  });
});
