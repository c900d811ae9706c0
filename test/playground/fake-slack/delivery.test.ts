import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { startApp } from './start-app.ts';
import { start } from './start.ts';

describe('a slash command', () => {
  it('comes signed, as a form without a charset', async () => {
    await using slack = await start();
    await using app = await startApp([200]);
    slack.fake.connectTo(app.url);
    await slack.fake.sendCommand('triage web -n shop');
    const [{ headers, body } = { headers: {}, body: '' }] = app.got;
    const timestamp = headers['x-slack-request-timestamp'];
    const digest = createHmac('sha256', 'secret')
      .update(`v0:${String(timestamp)}:${body}`)
      .digest('hex');
    expect(headers['x-slack-signature']).toBe(`v0=${digest}`);
    expect(headers['content-type']).toBe('application/x-www-form-urlencoded');
    expect(Object.fromEntries(new URLSearchParams(body))).toMatchObject({
      command: '/k8s-svc',
      text: 'triage web -n shop',
      channel_name: 'general',
      user_name: 'robin',
    });
  });

  it('shows the person what the ack says, or that there was none', async () => {
    await using slack = await start({ ackTimeoutMs: 150 });
    await using app = await startApp([200, 500, 'never'], JSON.stringify({ text: 'Looking…' }));
    slack.fake.connectTo(app.url);
    for (let n = 0; n < 3; n += 1) await slack.fake.sendCommand('list');
    expect(slack.fake.workspace.messages('C0K8GENERAL').map(({ text, only }) => [text, only])).toEqual([
      ['Looking…', 'U0K8YOU'],
      ['/k8s-svc failed with the error "dispatch_failed"', 'U0K8YOU'],
      ['/k8s-svc failed with the error "operation_timeout"', 'U0K8YOU'],
    ]);
  });
});

describe('an event', () => {
  it('is sent again with the number and the reason, until it is taken', async () => {
    await using slack = await start({ retryDelaysMs: [0, 0, 0] });
    await using app = await startApp([500, 500, 200]);
    slack.fake.connectTo(app.url);
    slack.fake.sendMessage('hello');
    await slack.fake.settled();
    expect(app.got.map(({ headers }) => [headers['x-slack-retry-num'], headers['x-slack-retry-reason']])).toEqual([
      [undefined, undefined],
      ['1', 'http_error'],
      ['2', 'http_error'],
    ]);
    expect(new Set(app.got.map(({ body }) => (JSON.parse(body) as { event_id: string }).event_id)).size).toBe(1);
  });

  it('is not sent again when the app says so', async () => {
    await using slack = await start({ retryDelaysMs: [0, 0, 0] });
    await using app = await startApp([503]);
    slack.fake.connectTo(app.url);
    slack.fake.sendMessage('hello');
    await slack.fake.settled();
    expect(app.got).toHaveLength(1);
  });

  it.each([
    ['a message in a channel of the app', { channel: 'C0K8GENERAL' }, 'hello', ['message']],
    ['a mention, which comes twice', { channel: 'C0K8GENERAL' }, '@k8s-svc hello', ['message', 'app_mention']],
    ['a direct message', { channel: 'D0K8YOU' }, 'hello', ['message']],
    ['nothing of a channel without the app', { channel: 'C0K8RANDOM' }, '@k8s-svc hello', []],
  ])('tells of %s', async (_what, by, typed, types) => {
    await using slack = await start();
    await using app = await startApp([200]);
    slack.fake.connectTo(app.url);
    slack.fake.sendMessage(typed, by);
    await slack.fake.settled();
    const events = app.got.map(({ body }) => (JSON.parse(body) as { event: { type: string } }).event.type);
    expect(events.sort()).toEqual([...types].sort());
  });

  it('carries text as Slack does: escaped, names as ids, addresses in brackets', async () => {
    await using slack = await start();
    const { text } = slack.fake.sendMessage('@k8s-svc is a<b & #general? see https://example.com/x. @nobody');
    expect(text).toBe('<@U0K8BOT> is a&lt;b &amp; <#C0K8GENERAL|general>? see <https://example.com/x>. @nobody');
  });
});
