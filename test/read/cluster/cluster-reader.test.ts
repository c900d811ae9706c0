import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem/problem.ts';
import { triageResources } from '../../../src/core/triage/wanted.ts';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import { parseDump } from '../../../src/read/files/parse-dump.ts';
import { startFakeApiServer, type FakeApiServer, type FakeApiServerOptions } from '../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';
import { shopDump } from '../../support/shop-dump.ts';
import { readerContract } from '../reader-contract.ts';

const objects = parseDump({ name: 'shop', text: shopDump });
const readerFor = (server: string, token?: string) =>
  createClusterReader({ config: kubeConfigFor(server, token), now: () => Date.now() });
const shop = { kind: 'service', namespace: 'shop', name: 'checkout' } as const;
const within = (ms = 10_000) => AbortSignal.timeout(ms);

let shared: FakeApiServer;
beforeAll(async () => {
  shared = await startFakeApiServer({ objects, pageSize: 4 });
});
afterAll(() => shared.stop());

readerContract('a cluster', () => Promise.resolve(readerFor(shared.url)));

describe('reading a cluster', () => {
  let server: FakeApiServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  const start = async (options: Partial<FakeApiServerOptions>) => {
    server = await startFakeApiServer({ objects, ...options });
    return server.url;
  };

  it('asks each resource once and the surroundings of a Service in two waves', async () => {
    const url = await start({});
    await readerFor(url).read(shop, triageResources, within());
    const asked = server?.requests ?? [];
    // The question for the groups of the API comes with the first wave.
    expect(asked.slice(triageResources.length + 1).sort()).toEqual([
      'GET /api/v1/pods?limit=2000&labelSelector=app%3Dchekout',
      'GET /api/v1/services?limit=2000',
    ]);
    expect(asked.filter((one) => one.includes('endpointslices'))).toEqual([
      'GET /apis/discovery.k8s.io/v1/namespaces/shop/endpointslices?limit=2000&labelSelector=kubernetes.io%2Fservice-name%3Dcheckout',
    ]);
  });

  it('reads for a triage also what all Services need, and the callers that the NetworkPolicies of its pods select', async () => {
    const url = await start({});
    const snapshot = await readerFor(url).read({ ...shop, name: 'postgres', around: true }, triageResources, within());
    const asked = server?.requests ?? [];
    // Not the Deployments: pods of the DNS are there.
    expect(asked.filter((one) => one.includes('kube-system')).length).toBe(4);
    expect(asked.filter((one) => one === 'GET /api/v1/namespaces?limit=2000')).toHaveLength(1);
    expect(snapshot.in('daemonsets', 'kube-system').read).toBe(true);
    expect(snapshot.all('pods').read && snapshot.all('namespaces').read).toBe(true);
    // The namespace's own lists stay what they were.
    const own = snapshot.in('pods', 'shop');
    expect(own.read && own.value.every((pod) => pod.metadata.namespace === 'shop')).toBe(true);
  });

  it('asks a scan of the cluster one list a resource, however many Services there are', async () => {
    const url = await start({});
    await readerFor(url).read({ kind: 'cluster' }, triageResources, within());
    expect(server?.requests.length).toBe(triageResources.length + 1);
  });

  it('joins the pages of a long list', async () => {
    const url = await start({ pageSize: 3 });
    const snapshot = await readerFor(url).read({ kind: 'cluster' }, ['pods'], within());
    const pods = snapshot.all('pods');
    expect(pods.read && pods.value.length).toBe(objects.filter((one) => one['kind'] === 'Pod').length);
  });

  it('tells a refused, an unknown, a slow and a broken list apart', async () => {
    const answers: Readonly<Record<string, 403 | 404 | 500 | 'hang' | 'cut'>> = {
      pods: 403,
      endpointslices: 404,
      events: 'hang',
      deployments: 'cut',
      nodes: 500,
    };
    const url = await start({ refuse: (resource) => answers[resource] });
    const wanted = ['services', 'pods', 'endpointslices', 'events', 'deployments', 'nodes'] as const;
    const snapshot = await readerFor(url).read({ kind: 'namespace', namespace: 'shop' }, wanted, within(1_500));
    const why = (list: { read: boolean; unread?: readonly { why: string }[] }) => (list.read ? 'read' : list.unread?.[0]?.why);
    expect({
      services: why(snapshot.in('services', 'shop')),
      pods: why(snapshot.in('pods', 'shop')),
      endpointslices: why(snapshot.in('endpointslices', 'shop')),
      events: why(snapshot.in('events', 'shop')),
      nodes: why(snapshot.all('nodes')),
    }).toEqual({
      services: 'read',
      pods: 'forbidden',
      endpointslices: 'not-served',
      events: 'timed-out',
      nodes: 'unreachable',
    });
    expect(['cut-short', 'unreachable']).toContain(why(snapshot.in('deployments', 'shop')));
  });

  it.each([
    ['a token that is not valid', { token: 'another' }, 'cluster-forbidden', /credentials.*expired/u],
    ['no right at all', { refuse: (): 403 => 403 }, 'cluster-forbidden', /Grant at least: list/u],
    ['no answer', { refuse: (): 'hang' => 'hang' }, 'timeout', /did not answer in time/u],
    ['nonsense', { refuse: (): 500 => 500 }, 'cluster-unreachable', /kubectl get services/u],
  ] as const)('answers %s with one sentence and no secret', async (_, options, code, expected) => {
    const url = await start(options);
    const problem = await readerFor(url, 'my-secret-token')
      .read(shop, triageResources, within(1_000))
      .then(
        () => undefined,
        (error: unknown) => error,
      );
    expect(problem).toBeInstanceOf(Problem);
    const { say, next, code: found } = problem as Problem;
    expect(found).toBe(code);
    expect([say, ...next].join(' ')).toMatch(expected);
    expect([say, ...next].join(' ')).not.toMatch(/my-secret-token|secret-in-the-body/u);
  });

  it('says that nothing listens when nothing listens', async () => {
    const url = await start({});
    await server?.stop();
    server = undefined;
    await expect(readerFor(url).read(shop, triageResources, within())).rejects.toThrow(
      /cannot be reached: nothing listens there/u,
    );
  });
});
