import { afterEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '../../../src/read/cluster/connection.ts';
import { listPages } from '../../../src/read/cluster/list-pages.ts';
import { listResource, pathOf } from '../../../src/read/cluster/list-resource.ts';
import { startFakeApiServer, type FakeApiServer, type FakeApiServerOptions } from '../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';

const servers: FakeApiServer[] = [];
const connections: Connection[] = [];
afterEach(async () => {
  await Promise.all(connections.splice(0).map((one) => one.close()));
  await Promise.all(servers.splice(0).map((one) => one.stop()));
});

const pods = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: `pod-${index}`, namespace: 'shop', labels: { app: 'web' } },
  }));

async function connect(options: FakeApiServerOptions) {
  const server = await startFakeApiServer(options);
  servers.push(server);
  const config = kubeConfigFor(server.url);
  const cluster = config.getCurrentCluster();
  if (cluster === null) throw new Error('no cluster');
  const connection = Connection.open(config, cluster);
  connections.push(connection);
  return { server, connection };
}

const signal = () => AbortSignal.timeout(10_000);
const path = pathOf('pods', 'shop');

describe('the pages of a list', () => {
  it.each([
    ['protobuf', false],
    ['JSON', true],
    ['JSON, as all else is refused', 'refuses'],
  ] as const)('in %s are all of it, in its order', async (_, jsonOnly) => {
    const { connection } = await connect({ objects: pods(7), pageSize: 2, jsonOnly });
    const list = await listResource(connection, 'pods', { namespace: 'shop' }, signal());
    expect(list.read && list.value.map((one) => one.metadata.name)).toEqual(pods(7).map((one) => one.metadata.name));
  });

  it('are asked for while the one before is read', async () => {
    const { server, connection } = await connect({ objects: pods(4), pageSize: 2 });
    let length = 0;
    for await (const { items } of listPages(connection, 'pods', path, {}, signal())) {
      // The first is here, and the second is under way before an item of the first was looked at.
      await vi.waitFor(() => expect(server.requests).toHaveLength(2));
      for await (const some of items) length += some.length;
    }
    expect(length).toBe(4);
    expect(server.requests).toHaveLength(2);
  });

  it('leave nothing under way when whoever reads breaks off', async () => {
    const { connection } = await connect({ objects: pods(6), pageSize: 2 });
    for await (const { next } of listPages(connection, 'pods', path, {}, signal())) {
      expect(next).not.toBe('');
      break;
    }
    // A connection closes when its last request is over.
    await connections.pop()?.close();
  });

  it('of a list that goes on with a refusal are no half list', async () => {
    let asked = 0;
    const { connection } = await connect({ objects: pods(4), pageSize: 2, refuse: () => ((asked += 1) > 1 ? 410 : undefined) });
    expect(await listResource(connection, 'pods', { namespace: 'shop' }, signal())).toEqual({
      read: false,
      unread: [{ resource: 'pods', namespace: 'shop', why: 'cut-short' }],
    });
  });

  it('hold up the event loop for a moment only, however many items come at once', async () => {
    const { connection } = await connect({ objects: pods(20_000), pageSize: 20_000 });
    let turns = 0;
    let over = false;
    const count = () => {
      turns += 1;
      if (!over) setImmediate(count);
    };
    const reading = listResource(connection, 'pods', { namespace: 'shop' }, signal()).finally(() => (over = true));
    setImmediate(count);
    const list = await reading;
    expect(list.read && list.value.length).toBe(20_000);
    expect(turns).toBeGreaterThan(5);
  });
});
