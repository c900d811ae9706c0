import { afterEach, describe, expect, it } from 'vitest';
import { triageResources } from '../../../src/core/triage/wanted.ts';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import type { Scope } from '../../../src/core/model/snapshot.ts';
import { startFakeApiServer, type FakeApiServer } from '../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';
import { baseOf } from '../../support/scenario.ts';
import { expandCluster, type Patch } from '../../support/scenario-cluster.ts';

const crds = ['gateway.networking.k8s.io', 'cert-manager.io', 'metallb.io'];
const web = { kind: 'service', namespace: 'shop', name: 'web', around: true } as const;

/** What every triage asks for, whatever the Service is: docs/performance.md says what for. */
const always = [
  'apis',
  'daemonsets',
  'deployments',
  'endpointslices of web',
  'events',
  'ingresses',
  'kube-system/daemonsets',
  'kube-system/endpointslices',
  'kube-system/pods with k8s-app=kube-dns',
  'kube-system/services',
  'namespaces of shop',
  'networkpolicies',
  'nodes',
  'pods',
  'replicasets',
  'services',
  'statefulsets',
];
const dns: Patch = {
  'Pod/kube-system/coredns-1': {
    metadata: { labels: { 'k8s-app': 'kube-dns' } },
    spec: { nodeName: 'node-1', containers: [{ name: 'coredns' }] },
    status: { phase: 'Running', podIP: '10.244.1.2', containerStatuses: [{ name: 'coredns', ready: true }] },
  },
};
const routes = ['grpcroutes', 'httproutes', 'tlsroutes'];

describe('the requests of a live triage', () => {
  let server: FakeApiServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });

  async function ask(base: string, patch: Patch = {}, absent = crds, scope: Scope = web, times = 1) {
    server = await startFakeApiServer({ objects: expandCluster(baseOf(base), [dns, patch]), absent });
    const reader = createClusterReader({ config: kubeConfigFor(server.url), now: () => Date.now() });
    for (let time = 0; time < times; time += 1) {
      if (time > 0) server.requests.length = 0;
      await reader.read(scope, triageResources, AbortSignal.timeout(10_000));
    }
    return { asked: server.requests.map(inShort).sort(), bytes: server.bytes() };
  }

  it('are these for a healthy Service, in a cluster without any CRD', async () => {
    const { asked, bytes } = await ask('web');
    expect(asked).toEqual([...always, 'servicecidrs'].sort());
    expect(bytes).toBeLessThan(16_000);
  });

  it('look for the pods and the other Services of a selector that matches nothing', async () => {
    const { asked } = await ask('web', { 'Service/web': { spec: { selector: { app: 'wbe' } } } });
    const elsewhere = ['horizontalpodautoscalers', 'pods everywhere with app=wbe', 'services everywhere'];
    expect(asked).toEqual([...always, ...elsewhere, 'servicecidrs'].sort());
  });

  it('ask for address pools for a pending load balancer, where a cluster has such pools', async () => {
    const pending = { 'Service/web': { spec: { type: 'LoadBalancer' }, status: { loadBalancer: {} } } };
    expect((await ask('web', pending)).asked).toEqual([...always, 'servicecidrs'].sort());
    await server?.stop();
    const served = crds.filter((group) => group !== 'metallb.io');
    expect((await ask('web', pending, served)).asked).toEqual([...always, 'ipaddresspools', 'servicecidrs'].sort());
  });

  it('ask for the routes where the Gateway API is, and for Gateways only when a route leads here', async () => {
    expect((await ask('web', {}, [])).asked).toEqual([...always, ...routes, 'servicecidrs'].sort());
    await server?.stop();
    const led = (await ask('entry', {}, ['cert-manager.io', 'metallb.io'])).asked;
    expect(led).toEqual(expect.arrayContaining([...routes, 'gateways', 'gatewayclasses', 'referencegrants', 'ingressclasses']));
  });

  it('ask for the cluster’s pods and namespaces only when a policy of these pods selects callers', async () => {
    const policy = (app: string): Patch => ({
      'NetworkPolicy/only-front': {
        spec: {
          podSelector: { matchLabels: { app } },
          policyTypes: ['Ingress'],
          ingress: [{ from: [{ podSelector: { matchLabels: { app: 'front' } } }] }],
        },
      },
    });
    expect((await ask('web', policy('another'))).asked).toEqual([...always, 'servicecidrs'].sort());
    await server?.stop();
    const everywhere = ['namespaces everywhere', 'pods everywhere'];
    expect((await ask('web', policy('web'))).asked).toEqual([...always, ...everywhere, 'servicecidrs'].sort());
  });

  it('look for a Deployment of the DNS, and at all pods of kube-system, only where no pod of it is', async () => {
    const { asked } = await ask('web', { 'Pod/kube-system/coredns-1': 'delete' });
    expect(asked).toEqual([...always, 'kube-system/deployments', 'kube-system/pods', 'servicecidrs'].sort());
  });

  it('look at all pods of kube-system where a node lacks its proxy', async () => {
    const proxy = (ready: number): Patch => ({
      'DaemonSet/kube-system/kube-proxy': {
        spec: { selector: { matchLabels: { 'k8s-app': 'kube-proxy' } } },
        status: { desiredNumberScheduled: 3, currentNumberScheduled: 3, numberReady: ready },
      },
    });
    expect((await ask('web', proxy(3))).asked).toEqual([...always, 'servicecidrs'].sort());
    await server?.stop();
    expect((await ask('web', proxy(2))).asked).toEqual([...always, 'kube-system/pods', 'servicecidrs'].sort());
  });

  it('ask for the groups of the API once a minute', async () => {
    expect((await ask('web', {}, crds, web, 2)).asked).not.toContain('apis');
  });

  it('ask for every kind where the account may not see the groups', async () => {
    server = await startFakeApiServer({ objects: expandCluster(baseOf('web'), []), absent: crds, refuseGroups: 403 });
    const reader = createClusterReader({ config: kubeConfigFor(server.url), now: () => Date.now() });
    const snapshot = await reader.read(web, triageResources, AbortSignal.timeout(10_000));
    expect(server.requests.map(inShort)).toEqual(expect.arrayContaining(routes));
    expect(snapshot.all('httproutes')).toEqual({ read: true, value: [] });
  });

  it('are one list a resource for a scan, and none for kinds that the cluster does not have', async () => {
    const { asked } = await ask('web', {}, crds, { kind: 'cluster' });
    const optional = 8;
    expect(asked.length).toBe(triageResources.length - optional + 1);
    expect(new Set(asked).size).toBe(asked.length);
  });
});

/** `GET /api/v1/namespaces/shop/pods?limit=2000` as `pods`; what it is narrowed to is said. */
function inShort(request: string): string {
  const url = new URL(request.replace('GET ', ''), 'http://x');
  const [, namespace, resource = ''] = /(?:\/namespaces\/([^/]+))?\/([a-z]+)$/u.exec(url.pathname) ?? [];
  const label = url.searchParams.get('labelSelector');
  const fields = url.searchParams.get('fieldSelector') ?? '';
  const name = fields.startsWith('metadata.name=') ? fields.replace('metadata.name=', ' of ') : '';
  const own = label?.startsWith('kubernetes.io/service-name=') === true ? label.replace(/.*=/u, ' of ') : '';
  const narrow = label === null || own !== '' ? own : ` with ${label}`;
  const wide = namespace === undefined && name === '' && ['pods', 'services', 'namespaces'].includes(resource);
  return `${namespace === 'kube-system' ? 'kube-system/' : ''}${resource}${wide ? ' everywhere' : ''}${name}${narrow}`;
}
