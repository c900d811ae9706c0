import { describe, expect, it } from 'vitest';
import { neighbourhoodOf } from '../../../src/core/model/neighbourhood.ts';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { triageNeighbourhood, type ServiceTriage } from '../../../src/core/triage/triage-service.ts';
import { baseOf, readScenario, scenarioNames } from '../../support/scenario.ts';
import { expandCluster, type Cluster, type Patch } from '../../support/scenario-cluster.ts';
import { snapshotOf, without } from '../../support/snapshot-of.ts';

const ids = allChecks.map((check) => check.id);
const entryThemes: ReadonlySet<string> = new Set(['ingress', 'gateway']);
const beside = allChecks
  .filter((check) => check.about === 'namespace' && entryThemes.has(check.theme))
  .map((check) => check.id);

const snapshotOfCluster = (cluster: Cluster): Promise<Snapshot> =>
  snapshotOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: cluster }));

/** A scan of one namespace: its Services, and at last what stands beside them. */
function scan(snapshot: Snapshot, namespace: string): readonly ServiceTriage[] {
  const services = snapshot.in('services', namespace);
  return triageNeighbourhood(snapshot, neighbourhoodOf(snapshot, namespace), services.read ? services.value : []);
}

const entry = (...patches: readonly Patch[]) => snapshotOfCluster(expandCluster(baseOf('entry'), patches));
const broken = (triages: readonly ServiceTriage[]) =>
  triages.flatMap((triage) => triage.findings.filter((one) => one.severity !== 'info')).map((one) => one.check);

describe('a scan of what stands beside the Services', () => {
  it('is quiet about a healthy Ingress, route and Gateway, and skips nothing', async () => {
    const snapshot = await entry();
    for (const namespace of ['shop', 'edge', 'ingress-nginx']) {
      expect(broken(scan(snapshot, namespace))).toEqual([]);
      expect(scan(snapshot, namespace).flatMap((triage) => triage.skipped)).toEqual([]);
    }
  });

  const scenarios = scenarioNames()
    .map((name) => readScenario(name, ids))
    .filter((scenario) => beside.includes(scenario.check));

  it.each(scenarios.map((one) => [one.name, one] as const))(
    '%s is found without asking for the Service',
    async (_, scenario) => {
      const snapshot = await snapshotOfCluster(scenario.cluster);
      const found = ['shop', 'apps', 'edge'].flatMap((namespace) => scan(snapshot, namespace)).flatMap((one) => one.findings);
      expect(found.map((one) => one.check)).toContain(scenario.check);
      expect(found.find((one) => one.check === scenario.check)?.object.name).not.toBe('');
    },
  );

  const path = (at: string, pathType = 'Prefix') => ({
    path: at,
    pathType,
    backend: { service: { name: 'web', port: { number: 80 } } },
  });
  const accepted = { type: 'Accepted', status: 'True', reason: 'Accepted' };
  it.each<[string, Patch]>([
    [
      'traefik of k3s takes an Ingress without class',
      {
        'IngressClass/nginx': { spec: { controller: 'traefik.io/ingress-controller' } },
        'Ingress/web': { spec: { ingressClassName: null } },
        'Deployment/ingress-nginx/ingress-nginx-controller': 'delete',
      },
    ],
    ['an Ingress redirects alone', { 'Ingress/web': { spec: { rules: [{ host: 'shop.example' }] } } }],
    [
      'two Ingresses share a host with different paths',
      {
        'Ingress/api': { like: 'Ingress/web', spec: { rules: [{ host: 'shop.example', http: { paths: [path('/api')] } }] } },
      },
    ],
    [
      'two Ingresses share a path with different types',
      {
        'Ingress/api': {
          like: 'Ingress/web',
          spec: { rules: [{ host: 'shop.example', http: { paths: [path('/', 'Exact')] } }] },
        },
      },
    ],
    [
      'an Ingress leads to a bucket',
      {
        'Ingress/web': { spec: { defaultBackend: { resource: { apiGroup: 'k8s.example', kind: 'Bucket', name: 'static' } } } },
      },
    ],
    [
      'a route redirects and has no backend',
      {
        'HTTPRoute/web': {
          spec: { rules: [{ filters: [{ type: 'RequestRedirect', requestRedirect: { scheme: 'https' } }] }] },
        },
      },
    ],
    [
      'a mesh takes the route for a Service',
      {
        'HTTPRoute/web': {
          spec: { parentRefs: [{ group: '', kind: 'Service', name: 'web', port: 80 }] },
          status: { parents: [] },
        },
      },
    ],
    [
      'a ListenerSet takes the route',
      {
        'HTTPRoute/web': {
          spec: { parentRefs: [{ kind: 'ListenerSet', name: 'team' }] },
          status: { parents: [{ parentRef: { kind: 'ListenerSet', name: 'team' }, conditions: [accepted] }] },
        },
      },
    ],
    ['a Gateway has no route yet', { 'HTTPRoute/web': 'delete' }],
    [
      'a Gateway was made just now',
      {
        'Gateway/edge/public': { metadata: { creationTimestamp: '30s ago' }, status: null },
        'HTTPRoute/web': { metadata: { creationTimestamp: '30s ago' }, status: null },
      },
    ],
    [
      'a controller is scaled out and one pod is restarting',
      {
        'Deployment/ingress-nginx/ingress-nginx-controller': {
          spec: { replicas: 3 },
          status: { replicas: 3, readyReplicas: 2 },
        },
      },
    ],
    [
      'the certificate is for every host of a domain',
      {
        'Ingress/web': { spec: { tls: [{ hosts: ['*.example'], secretName: 'wildcard' }] } },
      },
    ],
    [
      'a port called https fronts plain HTTP',
      {
        'Service/web': { spec: { ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 'http' }] } },
        'Ingress/web': {
          spec: {
            rules: [
              {
                host: 'shop.example',
                http: {
                  paths: [{ path: '/', pathType: 'Prefix', backend: { service: { name: 'web', port: { number: 443 } } } }],
                },
              },
            ],
          },
        },
        'HTTPRoute/web': 'delete',
      },
    ],
  ])('is quiet when %s', async (_, patch) => {
    const snapshot = await entry(patch);
    expect(['shop', 'edge'].flatMap((namespace) => broken(scan(snapshot, namespace)))).toEqual([]);
  });

  it('explains no Ingress by what is wrong with another one', async () => {
    const snapshot = await entry({
      'Ingress/web': { spec: { ingressClassName: 'gone' }, status: null },
      'Ingress/other': { like: 'Ingress/web', spec: { ingressClassName: 'nginx', rules: [] } },
      'Ingress/third': { like: 'Ingress/other', status: { loadBalancer: { ingress: [{ ip: '192.0.2.11' }] } } },
    });
    const about = scan(snapshot, 'shop')
      .at(-1)
      ?.findings.map((one) => [one.check, one.role, one.object.name]);
    expect(about).toEqual([
      ['ingress-class-not-served', 'root-cause', 'web'],
      ['ingress-without-address', 'symptom', 'web'],
      ['ingress-without-address', 'independent', 'other'],
    ]);
  });

  it('names a Service that an Ingress misses once, with all its paths', async () => {
    const path = (at: string) => ({
      path: at,
      pathType: 'Prefix',
      backend: { service: { name: 'cart', port: { number: 80 } } },
    });
    const snapshot = await entry({
      'Ingress/web': { spec: { rules: [{ host: 'shop.example', http: { paths: [path('/cart'), path('/basket')] } }] } },
    });
    const [finding, ...others] = scan(snapshot, 'shop').at(-1)?.findings ?? [];
    expect(others).toEqual([]);
    expect(finding?.check).toBe('ingress-backend-service-missing');
    expect(finding?.evidence['hosts and paths']).toBe('shop.example/cart, shop.example/basket');
  });

  it('skips what it cannot know, and says which right it lacks', async () => {
    const snapshot = without(await entry(), ['httproutes', 'ingresses']);
    const skipped = scan(snapshot, 'shop').at(-1)?.skipped ?? [];
    expect(skipped.map((one) => one.check)).toEqual(
      expect.arrayContaining(['route-not-accepted', 'ingress-backend-port-missing']),
    );
    expect(skipped.find((one) => one.check === 'route-not-accepted')?.grant).toContain('list httproutes');
  });
});
