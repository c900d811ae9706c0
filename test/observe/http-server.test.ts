import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { LoopDelay } from '../../src/observe/event-loop.ts';
import { lookAt, type HealthCheck } from '../../src/observe/health.ts';
import { createObserveServer } from '../../src/observe/http-server.ts';

const open: { close(): void; closeAllConnections(): void }[] = [];
afterEach(() => {
  for (const server of open.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serving(more: { delay?: LoopDelay; checks?: Readonly<Record<string, HealthCheck>> } = {}) {
  const server = createObserveServer({
    delay: () => more.delay ?? { meanMs: 2, maxMs: 40 },
    health: () => lookAt(more.checks ?? {}, 30),
    metrics: async () => ({ type: 'text/plain; version=0.0.4', text: 'k8s_svc_x 1\n' }),
    version: '1.2.3',
  });
  open.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return (path: string, init: RequestInit = {}) => fetch(base + path, init);
}

const ok: HealthCheck = () => ({ name: 'slack', state: 'ok' });

describe('/healthz', () => {
  it('is fine while the event loop comes through', async () => {
    const get = await serving();
    const response = await get('/healthz');
    expect([response.status, await response.json()]).toEqual([200, { state: 'ok', loopDelayMs: { mean: 2, max: 40 } }]);
  });

  it('stays fine after one long stall, which is load, and fails when it is late all the time', async () => {
    expect((await (await serving({ delay: { meanMs: 900, maxMs: 9_000 } }))('/healthz')).status).toBe(200);
    expect((await (await serving({ delay: { meanMs: 2_001, maxMs: 9_000 } }))('/healthz')).status).toBe(503);
  });
});

describe('/readyz', () => {
  it.each([
    ['all is well', { slack: ok }, 200, 'ok'],
    [
      'the store cannot be reached: it goes on with less',
      { slack: ok, store: () => ({ name: 'store', state: 'degraded', say: 'The store cannot be reached.' }) },
      200,
      'degraded',
    ],
    ['a part is down', { slack: () => ({ name: 'slack', state: 'down', say: 'Not connected.' }) }, 503, 'down'],
    ['a check throws', { slack: ok, store: () => Promise.reject(new Error('redis://:pw@host')) }, 200, 'degraded'],
    ['a check hangs', { slack: ok, store: () => new Promise<never>(() => undefined) }, 200, 'degraded'],
  ] as const)('when %s', async (_, checks, status, state) => {
    const get = await serving({ checks: checks as Readonly<Record<string, HealthCheck>> });
    const response = await get('/readyz');
    const text = await response.text();
    expect(response.status).toBe(status);
    expect(JSON.parse(text)).toMatchObject({ state, version: '1.2.3', parts: expect.arrayContaining([expect.anything()]) });
    expect(text).not.toContain('redis');
  });
});

describe('the server of health and metrics', () => {
  it('gives the metrics in their own type, and is not cached', async () => {
    const response = await (await serving())('/metrics?x=1');
    expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(await response.text()).toBe('k8s_svc_x 1\n');
  });

  it.each([
    ['POST', '/metrics', 405],
    ['DELETE', '/healthz', 405],
    ['GET', '/', 404],
    ['GET', '/metrics/../../etc/passwd', 404],
    ['GET', '/slack/events', 404],
    ['HEAD', '/healthz', 200],
  ])('answers %s %s with %i', async (method, path, status) => {
    const response = await (await serving())(path, { method });
    expect(response.status).toBe(status);
    expect((await response.text()) === '').toBe(method === 'HEAD');
  });
});
