import { once } from 'node:events';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { PageEvent } from '../../../src/playground/page/page-model.ts';
import type { LiveCluster } from '../../../src/playground/sample-cluster/live-cluster.ts';
import { createPageServer } from '../../../src/playground/page/page-server.ts';
import { start } from '../fake-slack/start.ts';
import { liveShop } from '../live-shop.ts';

async function startPage(live?: LiveCluster) {
  const slack = await start();
  const errors: unknown[] = [];
  const server = createPageServer({
    fake: slack.fake,
    furniture: { cluster: 'shop', examples: [], ...(live === undefined ? {} : { live }) },
    hosts: new Set(['127.0.0.1', 'localhost']),
    onError: (thrown) => errors.push(thrown),
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}`;
  return {
    ...slack,
    url,
    port,
    errors,
    act: async (name: string, body: object, headers: Record<string, string> = {}) => {
      const response = await fetch(`${url}/act/${name}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify({ as: 'U0K8YOU', ...body }),
      });
      return { status: response.status, text: await response.text() };
    },
    [Symbol.asyncDispose]: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      await slack.fake.stop();
    },
  };
}

/** `fetch` sets Host and Origin itself, so these go by hand. */
async function raw(port: number, method: string, path: string, headers: Record<string, string>): Promise<number> {
  const request = httpRequest({ port, host: '127.0.0.1', method, path, headers });
  request.end(method === 'POST' ? '{}' : undefined);
  const [response] = (await once(request, 'response')) as [{ statusCode: number; resume(): void }];
  response.resume();
  return response.statusCode;
}

/** The events of the stream so far; the first is the whole state. */
async function openStream(url: string, person = '') {
  const stop = new AbortController();
  const response = await fetch(`${url}/events${person === '' ? '' : `?as=${person}`}`, { signal: stop.signal });
  const reader = (response.body ?? new ReadableStream<Uint8Array>()).pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  return {
    status: response.status,
    async next(): Promise<PageEvent> {
      while (!rest.includes('\n\n')) rest += (await reader.read()).value ?? '';
      const [line = '', ...others] = rest.split('\n\n');
      rest = others.join('\n\n');
      return JSON.parse(line.replace(/^data: /, '')) as PageEvent;
    },
    close: () => stop.abort(),
  };
}

describe('the page server', () => {
  it.each([
    ['/', 'text/html; charset=utf-8'],
    ['/main.js', 'text/javascript; charset=utf-8'],
    ['/page.css', 'text/css; charset=utf-8'],
  ])('serves %s, with nothing from elsewhere allowed in it', async (path, type) => {
    await using page = await startPage();
    const response = await fetch(page.url + path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, type]);
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'; script-src 'self'");
  });

  it('has nothing at other paths', async () => {
    await using page = await startPage();
    expect((await fetch(`${page.url}/../package.json`)).status).toBe(404);
    expect((await fetch(`${page.url}/files/F404/x.yaml`)).status).toBe(404);
  });

  it.each([
    ['a name that points here', 'GET', { host: 'evil.example:3000' }, 403],
    ['localhost', 'GET', { host: 'localhost:3000' }, 200],
    ['a post from another site', 'POST', { origin: 'https://evil.example', 'content-type': 'application/json' }, 403],
    [
      'a post from another port of this machine',
      'POST',
      { origin: 'http://127.0.0.1:1', 'content-type': 'application/json' },
      403,
    ],
    [
      'a post that the browser calls cross-site',
      'POST',
      { 'sec-fetch-site': 'cross-site', 'content-type': 'application/json' },
      403,
    ],
    ['a form', 'POST', { 'content-type': 'application/x-www-form-urlencoded' }, 403],
    ['a DELETE', 'DELETE', {}, 403],
  ])('answers %s', async (_what, method, headers: Record<string, string>, status) => {
    await using page = await startPage();
    expect(await raw(page.port, method, method === 'POST' ? '/act/open-home' : '/', headers)).toBe(status);
  });

  it.each([
    ['an unknown act', 'explode', {}, 'no act'],
    ['something else than expected', 'say', { channel: 'C0K8GENERAL' }, 'text'],
    ['a stranger', 'say', { as: 'U404', channel: 'C0K8GENERAL', text: 'hi' }, 'Nobody'],
    ['the app itself', 'say', { as: 'U0K8BOT', channel: 'C0K8GENERAL', text: 'hi' }, 'Nobody'],
    [
      'a button of a message that is gone',
      'press',
      { channel: 'C0K8GENERAL', ts: '1.000001', blockId: 'b', actionId: 'a' },
      'message is gone',
    ],
    ['a switch that there is not', 'fault', { fault: 'checkout-selector-typo', on: true }, 'no such switch'],
    ['a trouble that there is not', 'trouble', { trouble: 'flood' }, 'trouble'],
    ['a way out of a direct message', 'membership', { channel: 'D0K8YOU', member: false }, 'direct message'],
    ['a view that is closed', 'close-view', { view: 'V404' }, 'closed already'],
  ])('refuses %s with a sentence', async (_what, act, body, words) => {
    await using page = await startPage();
    const { status, text } = await page.act(act, body);
    expect(status).toBe(400);
    expect((JSON.parse(text) as { say: string }).say).toContain(words);
    expect(page.errors).toEqual([]);
  });

  it('pushes the state, then what is said, and only to who may see it', async () => {
    await using page = await startPage();
    const robin = await openStream(page.url);
    const sam = await openStream(page.url, 'U0K8SAM');
    expect(await robin.next()).toMatchObject({ type: 'state', state: { cluster: 'shop', me: { name: 'Robin' } } });
    expect(await sam.next()).toMatchObject({ type: 'state', state: { me: { name: 'Sam' } } });
    page.fake.workspace.post({ channel: 'C0K8GENERAL', user: 'U0K8BOT', text: 'secret', only: 'U0K8YOU' });
    page.fake.sendMessage('to the app', { channel: 'D0K8YOU' });
    await page.act('say', { channel: 'C0K8GENERAL', text: 'hello <b>' });
    expect(await robin.next()).toMatchObject({ type: 'message', message: { isEphemeral: true, body: ['secret'] } });
    expect(await robin.next()).toMatchObject({ type: 'message', message: { channel: 'D0K8YOU' } });
    expect(await robin.next()).toMatchObject({ type: 'message', message: { body: ['hello <b>'] } });
    expect(await sam.next()).toMatchObject({ type: 'message', message: { body: ['hello <b>'] } });
    robin.close();
    sam.close();
  });

  it('knows nobody else', async () => {
    await using page = await startPage();
    const stream = await openStream(page.url, 'U0K8BOT');
    expect(stream.status).toBe(404);
  });

  it('hands out a file to save', async () => {
    await using page = await startPage();
    page.fake.workspace.keepFile({
      id: 'F1',
      name: 'web "x".yaml',
      title: 'web',
      snippetType: 'yaml',
      content: Buffer.from('kind: Service\n'),
    });
    const response = await fetch(`${page.url}/files/F1/web.yaml`);
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="web__x_.yaml"');
    expect(await response.text()).toBe('kind: Service\n');
  });

  it('says in a thread that Slack knows no app commands there, and what a command is', async () => {
    await using page = await startPage();
    const { ts } = page.fake.sendMessage('root');
    await page.act('say', { channel: 'C0K8GENERAL', threadTs: ts, text: '/k8s-svc list' });
    await page.act('say', { channel: 'C0K8GENERAL', text: '/shrug' });
    const notes = page.fake.workspace.messages('C0K8GENERAL').filter((one) => one.user === 'USLACKBOT');
    expect(notes.map((one) => [one.text, one.threadTs, one.only])).toEqual([
      [expect.stringContaining('not supported in threads'), ts, 'U0K8YOU'],
      [expect.stringContaining('not a valid command'), undefined, 'U0K8YOU'],
    ]);
  });

  it('says who does not hear a mention, until the app is invited', async () => {
    await using page = await startPage();
    const say = (text: string) => page.act('say', { channel: 'C0K8RANDOM', text });
    for (const text of ['@k8s-svc hello', '/invite @k8s-svc', '@k8s-svc hello again']) await say(text);
    const notes = page.fake.workspace.messages('C0K8RANDOM').filter((one) => one.user === 'USLACKBOT');
    expect(notes.map((one) => one.text)).toEqual([
      expect.stringContaining('/invite @k8s-svc'),
      expect.stringContaining('in this channel now'),
    ]);
  });

  it('pushes the switches to everyone, as they are moved', async () => {
    const { live } = liveShop(() => Date.parse('2026-11-20T09:30:00Z'));
    await using page = await startPage(live);
    const robin = await openStream(page.url);
    const first = await robin.next();
    expect(first).toMatchObject({ state: { switches: { troubles: 0 } } });
    const on = (event: PageEvent) =>
      event.type === 'switches' ? event.switches.faults.filter((one) => one.on).map((one) => one.id) : event.type;
    await page.act('mend-all', {});
    expect(on(await robin.next())).toEqual([]);
    await page.act('fault', { fault: 'node-lost', on: true });
    expect(on(await robin.next())).toEqual(['node-lost']);
    await page.act('reset-cluster', {});
    expect(on(await robin.next())).toContain('checkout-selector-typo');
    robin.close();
  });

  it('lets Slack fail the next calls of the app, and calls it off', async () => {
    await using page = await startPage();
    await page.act('trouble', { trouble: 'error-after-post' });
    const post = () => page.call('chat.postMessage', { channel: 'C0K8GENERAL', text: 'hello' });
    expect((await post()).status).toBe(500);
    expect(page.fake.workspace.messages('C0K8GENERAL').map((one) => one.text)).toEqual(['hello']);
    await page.act('trouble', { trouble: 'rate-limited' });
    await page.act('trouble', { trouble: 'internal-error' });
    expect(page.fake.troubles.waiting()).toHaveLength(2);
    await page.act('trouble', { trouble: 'calm' });
    expect((await post()).reply['ok']).toBe(true);
  });

  it('takes the app out of a channel and back in, and tells the page', async () => {
    await using page = await startPage();
    const robin = await openStream(page.url);
    await robin.next();
    const post = async () => (await page.call('chat.postMessage', { channel: 'C0K8GENERAL', text: 'hi' })).reply['error'];
    await page.act('membership', { channel: 'C0K8GENERAL', member: false });
    expect(await robin.next()).toMatchObject({ type: 'channel', channel: { name: 'general', hasApp: false } });
    expect(await post()).toBe('not_in_channel');
    await page.act('membership', { channel: 'C0K8GENERAL', member: true });
    expect(await robin.next()).toMatchObject({ type: 'channel', channel: { hasApp: true } });
    expect(await post()).toBeUndefined();
    robin.close();
  });
});
