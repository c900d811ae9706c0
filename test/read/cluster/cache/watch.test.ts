import { afterEach, describe, expect, it } from 'vitest';
import type { ResourceName } from '../../../../src/core/model/resources.ts';
import { triageResources } from '../../../../src/core/triage/wanted.ts';
import { createClusterReader } from '../../../../src/read/cluster/cluster-reader.ts';
import type { WatchCacheOptions } from '../../../../src/read/cluster/cache/watch-cache.ts';
import { startFakeApiServer, type FakeApiServer, type FakeApiServerOptions } from '../../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../../support/kube-config.ts';
import { baseOf } from '../../../support/scenario.ts';
import { expandCluster } from '../../../support/scenario-cluster.ts';
import { startCache, type TestCache } from '../../../support/warm-cache.ts';

const objects = expandCluster(baseOf('web'), []);
const service = (name: string, namespace = 'shop') => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name, namespace, uid: name },
  spec: { type: 'ClusterIP', ports: [{ port: 80 }] },
});
const gateway = { apiVersion: 'gateway.networking.k8s.io/v1', kind: 'Gateway', metadata: { name: 'edge', namespace: 'shop' } };
const within = () => AbortSignal.timeout(10_000);

describe('the watch cache', () => {
  let server: FakeApiServer;
  let cache: TestCache;
  afterEach(async () => {
    await cache.stop();
    await server.stop();
  });

  async function start(options: Partial<FakeApiServerOptions> = {}, cacheOptions: Partial<WatchCacheOptions> = {}) {
    server = await startFakeApiServer({ objects, ...options });
    cache = startCache(server.url, cacheOptions);
    await cache.until('synced', () => cache.synced);
    return createClusterReader({ config: kubeConfigFor(server.url), now: () => Date.now(), cache });
  }
  /** Names of Services in shop, as the cache has them now. */
  async function names(reader: Awaited<ReturnType<typeof start>>): Promise<readonly string[]> {
    const snapshot = await reader.read({ kind: 'namespace', namespace: 'shop' }, ['services'], within());
    const list = snapshot.in('services', 'shop');
    return list.read ? list.value.map((one) => one.metadata.name) : [];
  }
  const lists = () => server.requests.filter((one) => !one.includes('watch=true') && !/\/(?:version|apis)$/u.test(one));
  const listsOf = (resource: string) => lists().filter((one) => one.includes(`/api/v1/${resource}?`));
  /** Those of namespaces: the cache lists everything. */
  const narrowLists = () => lists().filter((one) => one.includes('/namespaces/'));
  const watchesOf = (resource: string) => server.requests.filter((one) => one.includes(`/${resource}?watch=true`));
  /** Does this, and waits until the cache has seen the change of that Service. */
  async function seen(name: string, change: () => void) {
    const before = cache.objects;
    change();
    await cache.until(`Service ${name} has come or gone`, () => cache.objects !== before);
  }

  it('lists each resource once, and watches it from there', async () => {
    await start();
    const { length } = lists();
    expect(new Set(lists()).size).toBe(length);
    await cache.until('all are watched', () => server.requests.filter((one) => one.includes('watch=true')).length >= length);
    expect(watchesOf('pods')).toHaveLength(1);
    expect(watchesOf('pods')[0]).toMatch(/allowWatchBookmarks=true.*resourceVersion=\d+/u);
    expect(cache.objects).toBe(objects.length);
  });

  it('lists in pages', async () => {
    const reader = await start({ pageSize: 1 });
    expect(listsOf('pods').length).toBeGreaterThan(1);
    expect(lists().every((one) => /\?limit=(?:500|2000)/u.test(one))).toBe(true);
    expect(cache.objects).toBe(objects.length);
    await cache.until('services are watched', () => watchesOf('services').some((one) => one.includes('resourceVersion=')));
    await seen('new', () => server.watches.apply(service('new')));
    expect(await names(reader)).toContain('new');
  });

  it('shows what was added, changed and deleted', async () => {
    const reader = await start();
    await seen('late', () => server.watches.apply(service('late')));
    expect(await names(reader)).toEqual(['late', 'web']);
    await seen('late', () => server.watches.remove(service('late')));
    expect(await names(reader)).not.toContain('late');
  });

  it('never changes a snapshot that was handed out', async () => {
    const reader = await start();
    const snapshot = await reader.read({ kind: 'cluster' }, ['services'], within());
    const before = snapshot.all('services');
    const count = before.read ? before.value.length : -1;
    await seen('late', () => server.watches.apply(service('late')));
    expect(before.read && before.value.length).toBe(count);
    const later = (await reader.read({ kind: 'cluster' }, ['services'], within())).all('services');
    expect(later.read && later.value.length).toBe(count + 1);
  });

  it('hands out the same list until something changes, so that indexes over it can be kept', async () => {
    const reader = await start();
    const pods = async () => {
      const list = (await reader.read({ kind: 'cluster' }, ['pods'], within())).all('pods');
      return list.read ? list.value : [];
    };
    const first = await pods();
    await seen('late', () => server.watches.apply(service('late')));
    expect(await pods()).toBe(first);
  });

  it('goes on where it was after the connection is cut, without reading everything again', async () => {
    const reader = await start();
    server.watches.cut();
    server.watches.apply(service('meanwhile'));
    await cache.until('it has come', () => cache.objects > objects.length);
    expect(await names(reader)).toContain('meanwhile');
    expect(watchesOf('services').at(-1)).toContain('resourceVersion=');
    expect(listsOf('services')).toHaveLength(1);
  });

  it('goes on from a bookmark, even if nothing of the resource has changed since', async () => {
    await start();
    server.watches.apply({ kind: 'Pod', metadata: { name: 'other', namespace: 'shop' } });
    server.watches.bookmark();
    await cache.until('the pod has come', () => cache.objects > objects.length);
    server.watches.cut();
    await cache.until('services are watched again', () => watchesOf('services').length > 1);
    expect(watchesOf('services').at(-1)).toContain(`resourceVersion=${server.watches.version}`);
  });

  it('reads everything again when the server has forgotten where it was, and shows the old until then', async () => {
    const reader = await start();
    server.watches.apply(service('old'));
    await cache.until('it has come', () => cache.objects > objects.length);
    server.watches.remove(service('old'));
    server.watches.compact();
    server.watches.apply(service('new'));
    server.watches.apply(service('newer'));
    server.watches.cut();
    await cache.until('it is as it is now', () => cache.objects === objects.length + 2);
    expect(listsOf('services')).toHaveLength(2);
    expect(await names(reader)).toContain('new');
    expect(await names(reader)).not.toContain('old');
  });

  it('asks the API server for what may not be watched, and says so in its health', async () => {
    const refuse = (resource: ResourceName, namespace: string | undefined) =>
      resource === 'pods' && namespace === undefined ? 403 : undefined;
    const reader = await start({ refuse });
    const snapshot = await reader.read({ kind: 'service', namespace: 'shop', name: 'web' }, ['services', 'pods'], within());
    expect(snapshot.in('pods', 'shop').read).toBe(true);
    expect(narrowLists()).toEqual(['GET /api/v1/namespaces/shop/pods?limit=2000']);
    const everywhere = (await reader.read({ kind: 'cluster' }, ['services', 'pods'], within())).all('pods');
    expect(everywhere).toEqual({ read: false, unread: [{ resource: 'pods', why: 'forbidden' }] });
    expect(cache.health()).toEqual({
      name: 'watch cache of test',
      state: 'ok',
      say: '25 kinds are up to date. May not be watched, and is asked for each time: pods.',
    });
  });

  it('is nothing for somebody else: a reader for a person asks the API server as that person', async () => {
    const reader = await start();
    const theirs = reader.as?.({ user: 'ana@example.com', groups: [] });
    const snapshot = await theirs?.read({ kind: 'namespace', namespace: 'shop' }, ['services'], within());
    expect(snapshot?.in('services', 'shop').read).toBe(true);
    expect(narrowLists()).toEqual(['GET /api/v1/namespaces/shop/services?limit=2000']);
  });

  it('begins to watch when the right is granted, and forgets when it is taken away', async () => {
    let isRefused = true;
    const reader = await start({ refuse: (resource) => (isRefused && resource === 'services' ? 403 : undefined) });
    const before = cache.objects;
    isRefused = false;
    await cache.until('services are watched', () => cache.objects > before);
    expect(await names(reader)).toContain('web');
    isRefused = true;
    server.watches.cut();
    await cache.until('services are forgotten', () => cache.objects === before);
    expect(
      (await reader.read({ kind: 'namespace', namespace: 'shop' }, ['services', 'pods'], within())).in('services', 'shop'),
    ).toMatchObject({
      read: false,
    });
  });

  it('has none of a kind whose CRD is not installed, and sees when it is', async () => {
    const absent = ['gateway.networking.k8s.io'];
    let now = Date.now();
    const reader = await start({ objects: [...objects, gateway], absent }, { now: () => now });
    const gateways = async () => (await reader.read({ kind: 'cluster' }, ['gateways'], within())).all('gateways');
    expect(await gateways()).toEqual({ read: true, value: [] });
    expect(server.requests.some((one) => one.includes('/gateways'))).toBe(false);
    absent.length = 0;
    // The groups of the server are asked for once a minute.
    now += 61_000;
    await cache.until('gateways are watched', () => cache.objects > objects.length);
    const found = await gateways();
    expect(found.read && found.value.map((one) => one.metadata.name)).toEqual(['edge']);
  });

  it('reads directly while it is cold', async () => {
    server = await startFakeApiServer({
      objects,
      refuse: (resource, namespace) => (resource === 'pods' && namespace === undefined ? 'hang' : undefined),
    });
    cache = startCache(server.url);
    await cache.until('all but pods is read', () => cache.health().say === 'Not read yet: pods.');
    const reader = createClusterReader({ config: kubeConfigFor(server.url), now: () => Date.now(), cache });
    const snapshot = await reader.read({ kind: 'namespace', namespace: 'shop' }, ['pods'], within());
    expect(snapshot.in('pods', 'shop').read).toBe(true);
    expect(narrowLists()).toEqual(['GET /api/v1/namespaces/shop/pods?limit=2000']);
    expect(cache.synced).toBe(false);
    expect(cache.health().state).toBe('degraded');
  });

  it('takes a silent watch up again', async () => {
    const reader = await start({}, { silenceMs: 150 });
    await cache.until('services are watched again', () => watchesOf('services').length > 1);
    await seen('late', () => server.watches.apply(service('late')));
    expect(await names(reader)).toContain('late');
  });

  it('tells since when it is not up to date, and later does without what it has', async () => {
    let now = Date.parse('2026-11-20T14:02:11Z');
    let isDown = false;
    const reader = await start({ refuse: (resource) => (isDown && resource === 'pods' ? 503 : undefined) }, { now: () => now });
    const stale = async () => (await reader.read({ kind: 'cluster' }, triageResources, within())).stale;
    expect(await stale()).toBeUndefined();
    isDown = true;
    server.watches.cut();
    await cache.until('all but pods is live', () => cache.health().say === '25 kinds are up to date. Being renewed: pods.');
    now += 9_000;
    expect(await stale()).toBeUndefined();
    now += 16_000;
    expect(await stale()).toEqual({ asOf: Date.parse('2026-11-20T14:02:11Z'), resources: ['pods'] });
    expect(cache.health()).toMatchObject({ state: 'degraded', say: 'Not up to date for 25 s: pods.' });
    // Of what was not asked for nothing is said.
    expect((await reader.read({ kind: 'cluster' }, ['services'], within())).stale).toBeUndefined();
    now += 300_000;
    expect(await stale()).toBeUndefined();
    expect((await reader.read({ kind: 'cluster' }, triageResources, within())).all('pods')).toMatchObject({ read: false });
    isDown = false;
    await cache.until('pods are live', () => cache.health().state === 'ok');
    expect((await reader.read({ kind: 'cluster' }, triageResources, within())).all('pods').read).toBe(true);
    expect(await stale()).toBeUndefined();
  });
});
