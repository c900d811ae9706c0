import { afterEach, describe, expect, it } from 'vitest';
import { viewService } from '../../../src/core/model/service-view.ts';
import { triageView } from '../../../src/core/triage/triage-service.ts';
import { triageResources } from '../../../src/core/triage/wanted.ts';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import { parseDump } from '../../../src/read/files/parse-dump.ts';
import { startFakeApiServer, type FakeApiServer, type FakeApiServerOptions } from '../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';

const cluster = (target: string) => `
apiVersion: v1
kind: List
items:
  - { apiVersion: v1, kind: Namespace, metadata: { name: shop }, status: { phase: Active } }
  - { apiVersion: v1, kind: Service, metadata: { name: alias, namespace: shop }, spec: { type: ExternalName, externalName: ${target} } }
  - { apiVersion: v1, kind: Service, metadata: { name: db, namespace: data }, spec: { clusterIP: 10.96.0.9, clusterIPs: [10.96.0.9], ports: [{ port: 5432 }] } }
  - apiVersion: discovery.k8s.io/v1
    kind: EndpointSlice
    metadata: { name: db-1, namespace: data, labels: { kubernetes.io/service-name: db } }
    addressType: IPv4
    ports: [{ name: '', port: 5432, protocol: TCP }]
    endpoints: [{ addresses: [10.244.0.5], conditions: { ready: true } }]
`;

describe('an ExternalName Service of a live cluster', () => {
  let server: FakeApiServer | undefined;
  afterEach(() => server?.stop());

  async function triage(target: string, refuse?: FakeApiServerOptions['refuse']) {
    const objects = parseDump({ name: 'alias', text: cluster(target) });
    server = await startFakeApiServer({ objects, ...(refuse !== undefined && { refuse }) });
    const reader = createClusterReader({ config: kubeConfigFor(server.url), now: () => Date.now() });
    const snapshot = await reader.read(
      { kind: 'service', namespace: 'shop', name: 'alias' },
      triageResources,
      AbortSignal.timeout(10_000),
    );
    const { findings, skipped } = triageView(viewService(snapshot, 'shop', 'alias'), 'alone');
    const of = (list: readonly { readonly check: string }[]) => list.some((one) => one.check === 'external-name-unresolvable');
    return {
      found: of(findings),
      skipped: skipped.find((one) => one.check === 'external-name-unresolvable'),
      requests: server.requests,
    };
  }

  it('is looked at together with its target in another namespace', async () => {
    const { found, skipped, requests } = await triage('db.data.svc.cluster.local');
    expect(requests).toEqual(expect.arrayContaining([expect.stringContaining('/api/v1/namespaces/data/services')]));
    expect([found, skipped]).toEqual([false, undefined]);
  });

  it('is broken when there is no such Service there', async () => {
    expect((await triage('dbs.data.svc.cluster.local')).found).toBe(true);
  });

  it('asks nothing more for a name outside the cluster', async () => {
    const { found, requests } = await triage('db.example.com');
    expect(found).toBe(false);
    expect(requests.filter((one) => one.includes('/namespaces/data/'))).toEqual([]);
  });

  it('is left open, and said so, where the target may not be read', async () => {
    const { found, skipped } = await triage('db.data.svc.cluster.local', (_, namespace) =>
      namespace === 'data' ? 403 : undefined,
    );
    expect(found).toBe(false);
    expect(skipped?.grant).toContain('in namespace data');
  });
});
