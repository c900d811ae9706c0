import { describe, expect, it } from 'vitest';
import { singleCluster } from '../../src/app/clusters.ts';
import { buildSnapshot } from '../../src/core/model/build-snapshot.ts';
import { observed } from '../../src/core/model/observed.ts';
import type { Reader } from '../../src/core/model/reader.ts';
import { followReads } from '../../src/observe/reads.ts';
import { resourceOfPath } from '../../src/observe/resource-of-path.ts';

const signal = new AbortController().signal;
const call = { method: 'GET', status: 200, durationMs: 1 } as const;

function clusterThatCalls(called: (path: string) => void) {
  const reader: Reader = {
    cluster: 'prod',
    defaultNamespace: 'shop',
    async read(scope) {
      await Promise.resolve();
      called(scope.kind === 'cluster' ? '/api/v1/pods' : `/api/v1/namespaces/${scope.namespace}/pods`);
      return buildSnapshot({ cluster: 'prod', scope, takenAt: 0, lists: {} });
    },
    async findServices() {
      called('/api/v1/services');
      return observed([]);
    },
  };
  return singleCluster('prod', () => Promise.resolve(reader));
}

describe('what is read', () => {
  it('is counted for the request that it is read for, also when two are under way', async () => {
    const reads = followReads();
    const clusters = reads.watched(clusterThatCalls((path) => reads.called({ ...call, path, bytes: 100 })));
    const log = (id: string, namespace: string) =>
      reads.within(id, async () => {
        const reader = await clusters.open('prod');
        await reader.read({ kind: 'service', namespace, name: 'web', around: true }, [], signal);
        if (id === 'r2') await reader.findServices('web', signal);
        const { namespaces, everywhere, apiRequests, apiBytes } = reads.of(id) ?? {};
        return { namespaces: [...(namespaces?.get('prod') ?? [])], everywhere: [...(everywhere ?? [])], apiRequests, apiBytes };
      });
    const [first, second] = await Promise.all([log('r1', 'shop'), log('r2', 'pay')]);
    expect(first).toEqual({ namespaces: ['shop', 'kube-system'], everywhere: [], apiRequests: 1, apiBytes: 100 });
    expect(second).toEqual({
      namespaces: ['pay', 'kube-system', '*'],
      everywhere: ['services'],
      apiRequests: 2,
      apiBytes: 200,
    });
    expect(reads.of('r1')).toBeUndefined();
  });

  it('within the same request is one log, and outside of any is nobody’s', async () => {
    const reads = followReads();
    reads.called({ ...call, path: '/api/v1/pods', bytes: 5 });
    expect(reads.current()).toBeUndefined();
    await reads.within('r1', async () => {
      await reads.within('r1', async () => reads.called({ ...call, path: '/api/v1/pods', bytes: 5 }));
      expect(reads.of('r1')?.apiBytes).toBe(5);
    });
  });

  it('for somebody else, whose rights count, is counted too', async () => {
    const reads = followReads();
    const plain = await clusterThatCalls(() => undefined).open('prod');
    const clusters = reads.watched(singleCluster('prod', () => Promise.resolve({ ...plain, as: () => plain })));
    await reads.within('r1', async () => {
      const theirs = (await clusters.open('prod')).as?.({ user: 'jane', groups: [] });
      await theirs?.read({ kind: 'namespace', namespace: 'shop' }, [], signal);
      expect([...(reads.of('r1')?.namespaces.get('prod') ?? [])]).toEqual(['shop']);
    });
  });

  it('goes through a reader that keeps all else that it has', async () => {
    const reads = followReads();
    const clusters = reads.watched(clusterThatCalls(() => undefined));
    const reader = await clusters.open('prod');
    expect([clusters.names, clusters.defaultName, reader.cluster, reader.defaultNamespace, reader.dryRun]).toEqual([
      ['prod'],
      'prod',
      'prod',
      'shop',
      undefined,
    ]);
    expect(await clusters.open('prod')).toBe(reader);
  });

  it.each([
    ['/api/v1/namespaces/shop/pods', { resource: 'pods', namespace: 'shop', everywhere: false }],
    ['/api/v1/pods', { resource: 'pods', namespace: undefined, everywhere: true }],
    ['/api/v1/nodes', { resource: 'nodes', namespace: undefined, everywhere: false }],
    ['/api/v1/namespaces', { resource: 'namespaces', namespace: undefined, everywhere: false }],
    [
      '/apis/discovery.k8s.io/v1/namespaces/a/endpointslices',
      { resource: 'endpointslices', namespace: 'a', everywhere: false },
    ],
    ['/apis', { resource: 'discovery', namespace: undefined, everywhere: false }],
    ['/openapi/v3/apis/apps/v1', { resource: 'openapi', namespace: undefined, everywhere: false }],
    ['/apis/example.com/v1/secretthings', { resource: 'other', namespace: undefined, everywhere: false }],
  ])('of the path %s is told in few words', (path, parts) => {
    expect(resourceOfPath(path)).toEqual(parts);
  });
});
