import { createHmac } from 'node:crypto';
import { describe, expect, it, vi } from 'vitest';
import { atSlack } from '../slack/support/at-slack.ts';
import { commandBody, createIdleApp, eventBody } from '../slack/support/idle-app.ts';

const signingSecret = 'signing-secret-of-the-test';
const at = atSlack();
const form = 'application/x-www-form-urlencoded';
const json = 'application/json';

async function listening(
  run: (post: (init: RequestInit) => Promise<Response>, app: ReturnType<typeof createIdleApp>) => Promise<void>,
) {
  const app = createIdleApp({ mode: { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' } });
  const { port } = await app.start();
  try {
    await run((init) => fetch(`http://127.0.0.1:${port}/slack/events`, { method: 'POST', ...init }), app);
  } finally {
    await app.stop();
  }
}

function signed(body: string, type: string) {
  const timestamp = String(Math.floor(Date.now() / 1_000));
  const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
  return {
    body,
    headers: { 'content-type': type, 'x-slack-request-timestamp': timestamp, 'x-slack-signature': `v0=${digest}` },
  };
}

const command = (words: string) => new URLSearchParams(commandBody(words) as Record<string, string>).toString();

describe('a request to the bot', () => {
  it('that is sent again as it was, signature and all, is not answered twice', () =>
    listening(async (post, app) => {
      const once = signed(command('triage checkout -n shop'), form);
      expect((await post(once)).status).toBe(200);
      await vi.waitFor(() => expect(at.slack.of('respond')).toHaveLength(1));
      expect((await post(once)).status).toBe(200);
      await app.settled();
      expect(app.assistant.asked).toEqual(['triage checkout -n shop']);
    }));

  it.each([
    ['signed', (body: string) => signed(body, json)],
    ['unsigned', (body: string) => ({ body, headers: { 'content-type': json } })],
  ])('of more than 1 MiB is refused before it is parsed: %s', (_, init) =>
    listening(async (post, app) => {
      const body = JSON.stringify(eventBody({ type: 'app_mention', text: `<@U1BOT> ${'x'.repeat(1_100_000)}` }));
      // The connection may be cut while it is still being sent.
      const status = await post(init(body)).then(
        (response) => response.status,
        () => 413,
      );
      expect(status).toBe(413);
      expect(app.assistant.asked).toEqual([]);
      expect((await post(signed(command('help'), form))).status).toBe(200);
    }),
  );

  it.each([
    ['the body was changed', { ...signed(command('help'), form), body: command('scan -A') }],
    [
      'it asks for the check of TLS and smuggles an event along',
      {
        body: `ssl_check=1&payload=${encodeURIComponent(JSON.stringify(eventBody({ text: 'scan -A' })))}`,
        headers: { 'content-type': form },
      },
    ],
    [
      'its signature is of another length',
      { body: command('help'), headers: { ...signed('', form).headers, 'x-slack-signature': 'v0=ab' } },
    ],
    [
      'its time is no number',
      { body: command('help'), headers: { ...signed('', form).headers, 'x-slack-request-timestamp': 'NaN' } },
    ],
  ])('asks nothing when %s', (_, init) =>
    listening(async (post, app) => {
      await post(init);
      await app.settled();
      expect(app.assistant.asked).toEqual([]);
    }),
  );

  it('that is signed and makes no sense takes nothing down', () =>
    listening(async (post, app) => {
      const senseless = [
        signed('{"type":"event_callback","event":{', json),
        signed(`${'{"a":'.repeat(20_000)}1${'}'.repeat(20_000)}`, json),
        signed(JSON.stringify(eventBody({ type: undefined })), json),
        signed(JSON.stringify({ type: '__proto__', team_id: 'T1' }), json),
        signed('{"__proto__":{"event":{"type":"app_mention"}},"constructor":{"prototype":{"x":1}},"team_id":"T1"}', json),
        signed(new URLSearchParams({ payload: '[]' }).toString(), form),
        signed('', json),
      ];
      const answers = await Promise.all(senseless.map(async (one) => (await post(one)).status));
      expect(answers.filter((status) => status >= 500)).toEqual([]);
      expect((await post(signed(command('help'), form))).status).toBe(200);
      await vi.waitFor(() => expect(at.slack.of('respond')).toHaveLength(1));
      expect(app.assistant.asked).toEqual(['help']);
      expect(({} as Record<string, unknown>)['x']).toBeUndefined();
    }));
});
