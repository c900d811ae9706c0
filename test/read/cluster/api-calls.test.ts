import { afterEach, describe, expect, it } from 'vitest';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import type { ApiCall } from '../../../src/read/cluster/connection.ts';
import { startFakeApiServer, type FakeApiServer } from '../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';

const signal = AbortSignal.timeout(10_000);
const servers: FakeApiServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.stop())));

const objects = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web', namespace: 'shop' }, spec: { ports: [{ port: 80 }] } },
];

async function counted(refuse?: Parameters<typeof startFakeApiServer>[0]['refuse']) {
  const server = await startFakeApiServer({ objects, ...(refuse === undefined ? {} : { refuse }) });
  servers.push(server);
  const calls: ApiCall[] = [];
  const reader = createClusterReader({ config: kubeConfigFor(server.url), now: Date.now, onCall: (call) => calls.push(call) });
  return { server, calls, reader };
}

describe('each request to an API server', () => {
  it('is told of, with its path, status and size', async () => {
    const { server, calls, reader } = await counted((resource) => (resource === 'pods' ? 403 : undefined));
    await reader.read({ kind: 'namespace', namespace: 'shop' }, ['services', 'pods'], signal);
    expect(calls.map(({ method, path, status }) => `${method} ${path} ${status}`).toSorted()).toEqual([
      'GET /api/v1/namespaces/shop/pods 403',
      'GET /api/v1/namespaces/shop/services 200',
    ]);
    expect(calls.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(server.bytes());
    expect(calls.every(({ durationMs }) => durationMs > 0)).toBe(true);
  });

  it('has the status 0 when there was no answer', async () => {
    const { server, calls, reader } = await counted();
    await server.stop();
    servers.length = 0;
    await expect(reader.findServices('web', signal)).rejects.toThrow('cannot be reached');
    expect(calls).toMatchObject([{ path: '/api/v1/services', status: 0, bytes: 0 }]);
  });
});
