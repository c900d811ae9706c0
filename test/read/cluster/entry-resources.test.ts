import { afterEach, describe, expect, it } from 'vitest';
import type { ResourceName } from '../../../src/core/model/resources.ts';
import { viewService } from '../../../src/core/model/service-view.ts';
import { triageView } from '../../../src/core/triage/triage-service.ts';
import { triageResources } from '../../../src/core/triage/wanted.ts';
import { allChecks } from '../../../src/core/triage/all-checks.ts';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import { startFakeApiServer, type FakeApiServer, type FakeApiServerOptions } from '../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';
import { baseOf, readScenario } from '../../support/scenario.ts';
import { expandCluster } from '../../support/scenario-cluster.ts';

const ids = allChecks.map((check) => check.id);
const web = { kind: 'service', namespace: 'shop', name: 'web' } as const;
const gatewayApi: ReadonlySet<ResourceName> = new Set([
  'httproutes',
  'grpcroutes',
  'tlsroutes',
  'gateways',
  'gatewayclasses',
  'referencegrants',
]);

describe('reading what leads to a Service', () => {
  let server: FakeApiServer | undefined;
  afterEach(async () => {
    await server?.stop();
    server = undefined;
  });
  const read = async (objects: FakeApiServerOptions['objects'], refuse?: FakeApiServerOptions['refuse']) => {
    server = await startFakeApiServer({ objects, ...(refuse !== undefined && { refuse }) });
    const config = kubeConfigFor(server.url);
    return createClusterReader({ config, now: () => Date.now() }).read(web, triageResources, AbortSignal.timeout(10_000));
  };

  it('takes a Gateway API that is not installed for none of its objects, not for a gap', async () => {
    const snapshot = await read(expandCluster(baseOf('web'), []), (resource) => (gatewayApi.has(resource) ? 404 : undefined));
    for (const resource of gatewayApi) expect(snapshot.all(resource)).toEqual({ read: true, value: [] });
    const { skipped } = triageView(viewService(snapshot, 'shop', 'web'), 'alone');
    expect(skipped.flatMap((one) => one.unread).filter((one) => gatewayApi.has(one as ResourceName))).toEqual([]);
  });

  it('sees the route of another namespace that leads here, and the Gateway of a third', async () => {
    const scenario = readScenario('reference-not-granted', ids);
    const snapshot = await read(scenario.cluster);
    const { findings } = triageView(viewService(snapshot, 'shop', 'web'), 'alone');
    expect(findings.map((one) => one.check)).toContain('reference-not-granted');
  });

  it('reads its own namespace where it may not list everywhere', async () => {
    const refuse = (resource: ResourceName, namespace: string | undefined) =>
      gatewayApi.has(resource) && namespace === undefined ? 403 : undefined;
    const snapshot = await read(expandCluster(baseOf('entry'), []), refuse);
    const own = snapshot.in('httproutes', 'shop');
    expect(own.read && own.value.map((one) => one.metadata.name)).toEqual(['web']);
    expect(snapshot.all('httproutes').read).toBe(false);
    expect(snapshot.in('gateways', 'edge').read).toBe(false);
  });

  it('looks for the pods of the ingress controller in whatever namespace they run', async () => {
    const labels = { 'app.kubernetes.io/name': 'ingress-nginx' };
    const snapshot = await read(
      expandCluster(baseOf('entry'), [
        {
          'Pod/ingress-nginx/controller-1': {
            metadata: { labels },
            spec: {
              nodeName: 'node-1',
              containers: [{ name: 'controller', image: 'registry.example/ingress-nginx/controller:v1.15' }],
            },
            status: { phase: 'Running', podIP: '10.244.1.9', containerStatuses: [{ name: 'controller', ready: false }] },
          },
        },
      ]),
    );
    expect(server?.requests).toContain('GET /api/v1/pods?limit=2000&labelSelector=app.kubernetes.io%2Fname%3Dingress-nginx');
    const { findings } = triageView(viewService(snapshot, 'shop', 'web'), 'alone');
    expect(findings.find((one) => one.check === 'ingress-controller-unhealthy')?.object).toEqual({
      kind: 'Pod',
      namespace: 'ingress-nginx',
      name: 'controller-1',
    });
  });

  it('asks for no controller when no Ingress leads here', async () => {
    await read(expandCluster(baseOf('web'), []));
    expect(server?.requests.filter((one) => one.includes('ingress-nginx'))).toEqual([]);
  });
});
