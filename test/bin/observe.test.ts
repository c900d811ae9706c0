import { createHmac } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import type { FakeSlack } from '../../src/playground/fake-slack/fake-slack.ts';
import { startFakeSlack } from '../../src/playground/fake-slack/start-fake-slack.ts';
import { startOtlpReceiver } from '../support/otlp-receiver.ts';
import { startRealBot, type RealBot } from '../support/real-bot.ts';

const dump = fileURLToPath(new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url));
const signingSecret = 'signing-secret-of-the-fake';
const botToken = 'xoxb-1-2-AbCdEfGhIjKl';

let slack: FakeSlack;
const bots: RealBot[] = [];
beforeAll(async () => {
  slack = await startFakeSlack({ now: Date.now, signingSecret, botToken });
});
afterEach(() => {
  for (const { child } of bots.splice(0)) child.kill('SIGKILL');
});
afterAll(() => slack.stop());

async function bot(env: Readonly<Record<string, string>> = {}): Promise<RealBot> {
  const started = await startRealBot(slack, signingSecret, ['--from', dump], env);
  bots.push(started);
  return started;
}

const get = async (url: string) => {
  const response = await fetch(url);
  return { status: response.status, text: await response.text() };
};

describe('the bot as a process', () => {
  it('tells of its health, counts what it does, audits it, and names the request in its log', async () => {
    const { observeUrl, audit, log, stop } = await bot();
    expect(await get(`${observeUrl}/healthz`)).toMatchObject({ status: 200, text: expect.stringContaining('"state":"ok"') });
    const ready = await get(`${observeUrl}/readyz`);
    expect(ready.status).toBe(200);
    expect(JSON.parse(ready.text)).toMatchObject({
      state: 'ok',
      parts: expect.arrayContaining([{ name: 'slack', state: 'ok' }]),
    });

    await slack.sendCommand('triage checkout -n shop');
    slack.sendMessage('@k8s-svc why is the payroll of Jane not reachable?');
    await vi.waitFor(() => expect(audit()).toHaveLength(2), { timeout: 15_000 });
    const [first] = audit();
    expect(first).toMatchObject({
      log: 'audit',
      who: { user: 'U0K8YOU', team: 'T0K8SHOP' },
      where: { channel: 'C0K8GENERAL', surface: 'slash' },
      what: { verb: 'triage', service: 'checkout', namespace: 'shop', intent: 'triage' },
      read: [{ cluster: 'cluster.yaml', namespaces: ['kube-system', 'shop'] }],
      result: 'answered',
      check: 'selector-label-typo',
    });
    expect(JSON.stringify(audit())).not.toMatch(/payroll|Jane/u);
    expect(log()).toContain(`"requestId":"${String(first?.['requestId'])}"`);
    expect(log()).not.toMatch(/payroll|Jane|AbCdEf/u);

    const { text } = await get(`${observeUrl}/metrics`);
    expect(text).toContain('k8s_svc_requests_total{verb="triage",intent="triage",outcome="answered",surface="slash"} 1');
    expect(text).toContain('k8s_svc_checks_found_total{check="selector-label-typo"} 1');
    expect(text).toMatch(/^k8s_svc_slack_calls_total\{method="response_url",outcome="ok"\} [1-9]/mu);
    expect(text).not.toMatch(/AbCdEf|checkout|U0K8YOU|C0K8GENERAL|cluster\.yaml/u);
    expect(await stop()).toBe(0);
  });

  it('goes on when a signed payload is what its packages do not expect', async () => {
    const { appPort, audit, log } = await bot();
    const body = 'payload=null';
    const timestamp = String(Math.floor(Date.now() / 1_000));
    const digest = createHmac('sha256', signingSecret).update(`v0:${timestamp}:${body}`).digest('hex');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-slack-request-timestamp': timestamp,
      'x-slack-signature': `v0=${digest}`,
    };
    const leave = new AbortController();
    const sent = fetch(`http://127.0.0.1:${appPort}/slack/events`, { method: 'POST', body, headers, signal: leave.signal });
    await vi.waitFor(() => expect(log()).toContain('"msg":"not handled"'), { timeout: 10_000 });
    leave.abort();
    await sent.catch(() => undefined);
    await slack.sendCommand('help');
    await vi.waitFor(() => expect(audit()).toHaveLength(1), { timeout: 10_000 });
  });

  it('sends a trace of each request where the standard variables say, and no name in it', async () => {
    const collector = await startOtlpReceiver();
    const { stop } = await bot({ OTEL_EXPORTER_OTLP_ENDPOINT: collector.url, OTEL_SERVICE_NAME: 'bot-of-the-test' });
    await slack.sendCommand('triage checkout -n shop');
    expect(await stop()).toBe(0);
    const root = collector.spans().find(({ name }) => name === 'request');
    expect(root?.attributes).toContainEqual({ key: 'verb', value: { stringValue: 'triage' } });
    const children = collector.spans().filter(({ parentSpanId }) => parentSpanId === root?.spanId);
    expect(children.map(({ name }) => name)).toEqual(['answer', 'slack response_url']);
    expect(JSON.stringify(collector.batches)).not.toMatch(/checkout|shop|U0K8YOU|C0K8GENERAL/u);
    await collector.stop();
  });

  it('writes the audit log to a file, and nothing to standard output, when told so', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'k8s-svc-audit-'));
    const file = join(folder, 'audit.jsonl');
    const { audit, stop } = await bot({ K8S_SVC_AUDIT_FILE: file });
    await slack.sendCommand('help');
    await vi.waitFor(() => expect(readFileSync(file, 'utf8')).toContain('"verb":"help"'), { timeout: 10_000 });
    expect(audit()).toEqual([]);
    expect(await stop()).toBe(0);
    rmSync(folder, { recursive: true });
  });

  it('says so when the port that was chosen for its metrics is taken, and ends', async () => {
    const server = createServer();
    server.listen(0, '0.0.0.0');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const failure = await bot({ K8S_SVC_METRICS_PORT: String(port) }).catch((error: unknown) => String(error));
    server.close();
    expect(failure).toContain('the bot ended with 2');
    expect(failure).toContain(`Health and metrics cannot be served on 0.0.0.0:${port}: the port is taken.`);
    expect(failure).toContain('K8S_SVC_METRICS_PORT');
  });

  it('goes on without them when nobody chose a port and the usual one is taken', async () => {
    const server = createServer();
    // Whoever else may have it: it is taken then.
    const taken = Promise.race([once(server, 'listening'), once(server, 'error').catch(() => undefined)]);
    server.listen(9_090, '0.0.0.0');
    await taken;
    const { log, audit } = await bot({ K8S_SVC_METRICS_PORT: '' });
    expect(log()).toContain('"port":9090,"error":"EADDRINUSE","msg":"health and metrics are not served"');
    await slack.sendCommand('help');
    await vi.waitFor(() => expect(audit()).toHaveLength(1), { timeout: 10_000 });
    server.close();
  });

  it('serves none when the port is 0', async () => {
    const { log } = await bot({ K8S_SVC_METRICS_PORT: '0' });
    expect(log()).not.toContain('Health and metrics');
  });
});
