import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Reader } from '../../src/core/model/reader.ts';
import { viewService } from '../../src/core/model/service-view.ts';
import type { Scope } from '../../src/core/model/snapshot.ts';
import { triageView } from '../../src/core/triage/triage-service.ts';
import { triageResources } from '../../src/core/triage/wanted.ts';
import type { WatchCacheOptions } from '../../src/read/cluster/cache/watch-cache.ts';
import { createClusterReader } from '../../src/read/cluster/cluster-reader.ts';
import { loadKubeConfig } from '../../src/read/cluster/kube-config.ts';
import { startCache, type TestCache } from '../support/warm-cache.ts';
import { applyAllCases } from './support/apply-cases.ts';
import { faults, lookAlikes, type Fault, type LookAlike } from './support/cases.ts';
import { kubeconfigs, kubectl } from './support/cluster.ts';
import { startCutProxy, type CutProxy } from './support/cut-proxy.ts';
import { applyWorkloads } from './support/workloads.ts';
import { waitFor } from './control-plane/wait-for.ts';

const within = () => AbortSignal.timeout(20_000);
const all = [...faults, ...lookAlikes];

async function startFor(kubeconfig: string, options: Partial<WatchCacheOptions> = {}) {
  const config = await loadKubeConfig({ file: kubeconfig });
  const cache = startCache(config, options);
  await cache.until('synced', () => cache.synced);
  const at = (now: () => number) => ({
    cached: createClusterReader({ config, now, cache }),
    direct: createClusterReader({ config, now }),
  });
  return { cache, at };
}

async function triage(reader: Reader, scope: Scope, { namespace, service }: Fault | LookAlike) {
  const snapshot = await reader.read(scope, triageResources, within());
  const { findings, skipped, clear } = triageView(viewService(snapshot, namespace, service), 'alone');
  return { findings, skipped, clear };
}

/** kwok's pods live on: when something changes between two reads, they are read again. */
async function expectSame(left: () => Promise<unknown>, right: () => Promise<unknown>): Promise<void> {
  await waitFor('both say the same', async () => expect(await left()).toEqual(await right()), { timeoutMs: 20_000 });
}

describe('the watch cache on a real API server', () => {
  let cache: TestCache;
  let at: Awaited<ReturnType<typeof startFor>>['at'];
  beforeAll(async () => {
    await applyAllCases();
    ({ cache, at } = await startFor(kubeconfigs['client-certificate']));
  });
  afterAll(() => cache.stop());

  it('takes streaming lists of every kind that is served', () => {
    expect(cache.health()).toMatchObject({ state: 'ok', say: expect.not.stringContaining('May not be watched') as string });
    expect(cache.objects).toBeGreaterThan(500);
  });

  it.for(all)('says of $name what direct reads say', async (one) => {
    const now = Date.now() + one.minutesLater * 60_000;
    const { cached, direct } = at(() => now);
    const scope = { kind: 'service', namespace: one.namespace, name: one.service, around: true } as const;
    await expectSame(
      () => triage(cached, scope, one),
      () => triage(direct, scope, one),
    );
  });

  it('gives the same lists of the whole cluster, in the same order', async () => {
    const { cached, direct } = at(() => 0);
    const lists = async (reader: Reader) => {
      const snapshot = await reader.read({ kind: 'cluster' }, triageResources, within());
      // Leases of nodes and counts of events go on by themselves.
      const still = triageResources.filter((resource) => resource !== 'events' && resource !== 'nodes');
      return Object.fromEntries(still.map((resource) => [resource, snapshot.all(resource)]));
    };
    await expectSame(
      () => lists(cached),
      () => lists(direct),
    );
  });

  it('has a change before a second is over', async () => {
    const { cached } = at(() => 0);
    const annotation = async () => {
      const services = (await cached.read({ kind: 'namespace', namespace: 'selector-typo' }, ['services'], within())).in(
        'services',
        'selector-typo',
      );
      return services.read ? services.value[0]?.metadata.annotations['k8s-svc.test/seen'] : undefined;
    };
    await kubectl(['annotate', '--overwrite', '--namespace=selector-typo', 'service/web', 'k8s-svc.test/seen=yes']);
    const from = performance.now();
    await cache.untilAsync('the annotation is there', async () => (await annotation()) === 'yes');
    expect(performance.now() - from).toBeLessThan(1_000);
    await kubectl(['annotate', '--namespace=selector-typo', 'service/web', 'k8s-svc.test/seen-']);
    await cache.untilAsync('the annotation is gone', async () => (await annotation()) === undefined);
  });
});

describe.each(['services-reader', 'namespace-reader'] as const)('the watch cache of %s', (access) => {
  beforeAll(async () => applyWorkloads('access'));
  it('gives what direct reads give, refusals too', async () => {
    const { cache, at } = await startFor(kubeconfigs[access]);
    try {
      const { cached, direct } = at(() => Date.now());
      const one = { namespace: 'payments', service: 'web' } as Fault;
      const scope = { kind: 'service', namespace: 'payments', name: 'web', around: true } as const;
      await expectSame(
        () => triage(cached, scope, one),
        () => triage(direct, scope, one),
      );
      expect(cache.health().say).toContain('May not be watched');
    } finally {
      await cache.stop();
    }
  });
});

describe('a connection to the API server that breaks', () => {
  let proxy: CutProxy;
  let cache: TestCache;
  const name = 'cache-cut';
  const service = (port: number) =>
    JSON.stringify({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port }] } });
  const apply = async (port: number) => kubectl(['apply', `--namespace=${name}`, '--filename=-'], service(port));
  afterEach(async () => {
    await cache.stop();
    await proxy.stop();
    await kubectl(['delete', 'namespace', name, '--wait=false']);
  });

  it.each(['cut', 'silence'] as const)('%s: is told in the answer, and then goes on from where it was', async (how) => {
    await kubectl(['apply', '--filename=-'], JSON.stringify({ apiVersion: 'v1', kind: 'Namespace', metadata: { name } }));
    await apply(80);
    proxy = await startCutProxy(kubeconfigs.admin);
    const started = await startFor(proxy.kubeconfig, { pulseMs: 300, staleAfterMs: 1_000 });
    ({ cache } = started);
    const { cached } = started.at(() => Date.now());
    const port = async () => {
      const found = (await cached.read({ kind: 'namespace', namespace: name }, ['services'], within())).in('services', name);
      return found.read ? found.value[0]?.spec.ports[0]?.port : undefined;
    };
    expect(await port()).toBe(80);
    proxy[how]();
    await waitFor('it is noticed', async () => expect(cache.staleness(['services'])?.resources).toEqual(['services']));
    await apply(81);
    const stale = await cached.read({ kind: 'namespace', namespace: name }, ['services'], within());
    expect(stale.stale?.resources).toEqual(['services']);
    expect(await port()).toBe(80);
    proxy.mend();
    await cache.untilAsync('it has what was missed', async () => (await port()) === 81);
    await cache.until('all is up to date', () => cache.staleness(triageResources) === undefined);
  });
});
