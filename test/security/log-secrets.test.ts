import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { singleCluster } from '../../src/app/clusters.ts';
import { createLogger } from '../../src/bin/create-logger.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { createClusterReader } from '../../src/read/cluster/cluster-reader.ts';
import { kubeConfigFor } from '../support/kube-config.ts';
import { anyString } from '../support/hostile-strings.ts';
import { atSlack, started } from '../slack/support/at-slack.ts';
import { commandBody, eventBody } from '../slack/support/idle-app.ts';

const at = atSlack();

const botToken = 'xoxb-111111111111-222222222222-AbCdEfGhIjKlMnOpQrStUvWx';
const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6a3ViZSJ9.c2lnbmF0dXJlLW9mLWl0';
const secrets = [
  botToken,
  'xapp-1-A012-345-abcdef0123456789',
  'xoxe.xoxp-1-Mi0yLTEyMzQ1Njc4',
  jwt,
  `Bearer ${'s3cr3t'.repeat(5)}`,
  'wss://wss.slack.com/link/?ticket=0f1e2d3c-ticket&app_id=1',
  'https://hooks.slack.com/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXXXXXX',
  'redis://default:hunter2-of-the-store@redis:6379',
  '-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEA\n-----END RSA PRIVATE KEY-----',
];
/** The part of each that gives access. */
const cores = [
  botToken,
  'xapp-1-A012-345-abcdef0123456789',
  'xoxp-1-Mi0yLTEyMzQ1Njc4',
  'eyJzdWIiOiJzeXN0ZW06c2VydmljZWFjY291bnQ6a3ViZSJ9',
  's3cr3ts3cr3t',
  '0f1e2d3c-ticket',
  'B00000000/XXXX',
  'hunter2-of-the-store',
  'MIIEowIBAAKCAQEA',
];

function realLog(requestId?: () => string | undefined) {
  let text = '';
  const to = { write: (line: string) => void (text += line) };
  return { logger: createLogger('debug', { to, ...(requestId && { requestId }) }), text: () => text };
}

describe('the log', () => {
  it('strikes out secrets wherever in a line they stand', () => {
    const { logger, text } = realLog();
    for (const secret of secrets) {
      logger.error(`failed: ${secret}`, { error: secret, deep: { er: [secret, { again: secret }] } });
      logger.warn('by name', { token: 'plain-word-1', nested: { password: 'plain-word-2', authorization: 'plain-word-3' } });
    }
    for (const core of [...cores, 'plain-word-1', 'plain-word-2', 'plain-word-3']) expect(text()).not.toContain(core);
    expect(text().trimEnd().split('\n')).toHaveLength(secrets.length * 2);
  });

  it('is one printable JSON object a line, whatever is logged', () => {
    fc.assert(
      fc.property(anyString, anyString, (message, value) => {
        const { logger, text } = realLog();
        logger.info(message, { value, other: { value } });
        expect(text()).toMatch(/^[\x20-\x7E]*\n$/u);
        expect(JSON.parse(text())).toMatchObject({ level: 'info' });
      }),
      { numRuns: 300 },
    );
  });

  it('names the request in all lines that its work writes', () => {
    let id: string | undefined = 'r7';
    const { logger, text } = realLog(() => id);
    logger.warn('Slack asks to wait');
    id = undefined;
    logger.warn('nobody asked');
    const [first, second] = text()
      .trimEnd()
      .split('\n')
      .map((line): unknown => JSON.parse(line));
    expect(first).toMatchObject({ requestId: 'r7', msg: 'Slack asks to wait' });
    expect(second).not.toHaveProperty('requestId');
  });
});

describe('an error of Slack that holds our token', () => {
  it.each([
    ['as its error code', `token_${botToken}_revoked`],
    ['in a body of status 500', { status: 500, headers: { 'x-request': botToken } }],
    ['in a header of a rate limit', { status: 429, headers: { 'retry-after': botToken } }],
  ])('%s does not bring it into the log or to a person', async (_, trouble) => {
    const { logger, text } = realLog();
    const app = await started({ logger, token: botToken });
    for (let count = 0; count < 3; count += 1) at.slack.next('chat.postMessage', trouble);
    at.slack.next('respond', 'nope');
    await app.send(eventBody({ type: 'app_mention', text: '<@U1BOT> triage checkout -n shop' }));
    await app.send(commandBody('triage checkout -n shop'));
    await app.settled();
    expect(text()).toContain('"level":"');
    expect(text()).not.toContain('AbCdEfGh');
    const sent = at.slack.calls.map(({ args }) => JSON.stringify({ ...args, token: undefined })).join('\n');
    expect(sent).not.toContain('AbCdEfGh');
  });
});

const servers: { close(): void; closeAllConnections(): void }[] = [];
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

describe('an error of the API server that holds a token', () => {
  it.each([401, 403, 404, 410, 429, 500, 503, 200])(
    'with status %i does not bring it into the log or to a person',
    async (status) => {
      const server = createServer((request, response) => {
        const echoed = `${request.headers.authorization} ${jwt}`;
        response.writeHead(status, { 'content-type': 'application/json', 'www-authenticate': echoed });
        response.end(
          JSON.stringify({ kind: 'Status', status: 'Failure', message: echoed, reason: echoed, details: { name: echoed } }),
        );
      });
      servers.push(server);
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      const { logger, text } = realLog();
      const reader = createClusterReader({ config: kubeConfigFor(url, jwt), now: Date.now });
      const errors: unknown[] = [];
      const assistant = makeAssistant(
        singleCluster('test', () => Promise.resolve(reader)),
        { onError: (_, error) => errors.push(error) },
      );
      const app = await started({ logger, assistant });
      for (const words of ['triage web -n shop', 'scan -A', 'explain web -n shop', 'expose web -n shop']) {
        await app.send(commandBody(words));
      }
      await app.settled();
      const sent = JSON.stringify(at.slack.calls);
      expect(at.slack.of('respond').length).toBeGreaterThanOrEqual(4);
      for (const place of [text(), sent, JSON.stringify(errors)]) {
        expect(place).not.toContain('eyJ');
        expect(place).not.toContain('c2lnbmF0dXJl');
      }
    },
  );
});
