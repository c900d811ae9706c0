import { describe, expect, it } from 'vitest';
import { neighbourhoodOf } from '../../../src/core/model/neighbourhood.ts';
import { triageNeighbourhood } from '../../../src/core/triage/triage-service.ts';
import { baseOf } from '../../support/scenario.ts';
import { expandCluster, type Patch } from '../../support/scenario-cluster.ts';
import { snapshotOf } from '../../support/snapshot-of.ts';

/** Each finding of a scan of these namespaces as `namespace/Service: check`. */
async function scan(patch: Patch, namespaces: readonly string[]): Promise<readonly string[]> {
  const items = expandCluster(baseOf('guarded'), [patch]);
  const snapshot = await snapshotOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items }));
  return namespaces.flatMap((namespace) => {
    const around = neighbourhoodOf(snapshot, namespace);
    const services = around.services.read ? around.services.value : [];
    return triageNeighbourhood(snapshot, around, services).flatMap((triage) =>
      triage.findings.map(
        (one) =>
          `${triage.namespace}/${triage.name}: ${one.check}${one.explainedBy === undefined ? '' : ` < ${one.explainedBy}`}`,
      ),
    );
  });
}

const dnsDown: Patch = {
  'Pod/kube-system/coredns-*': {
    status: {
      containerStatuses: [{ name: 'coredns', ready: false, restartCount: 0, state: { running: { startedAt: '1h ago' } } }],
    },
  },
};

describe('a scan of the cluster', () => {
  it('tells once that the DNS is down, and with the Service whose pods crash for it', async () => {
    const found = await scan(
      {
        ...dnsDown,
        'Pod/web-*': {
          status: {
            containerStatuses: [
              {
                name: 'web',
                ready: false,
                restartCount: 9,
                state: { waiting: { reason: 'CrashLoopBackOff' } },
                lastState: { terminated: { exitCode: 1, message: 'lookup db: no such host' } },
              },
            ],
          },
        },
      },
      ['front', 'kube-system', 'shop'],
    );
    expect(found.filter((one) => one.endsWith(': cluster-dns-unhealthy'))).toEqual([
      'kube-system/: cluster-dns-unhealthy',
      'shop/web: cluster-dns-unhealthy',
    ]);
    expect(found).toContain('shop/web: pods-crash-looping < cluster-dns-unhealthy');
  });

  it('does not lay trouble at its door that says of itself that it is another', async () => {
    const found = await scan(
      {
        ...dnsDown,
        'Pod/web-*': {
          status: {
            containerStatuses: [
              {
                name: 'web',
                ready: false,
                restartCount: 9,
                state: { waiting: { reason: 'CrashLoopBackOff' } },
                lastState: { terminated: { exitCode: 1, message: 'panic: no config file' } },
              },
            ],
          },
        },
      },
      ['shop'],
    );
    expect(found).toContain('shop/web: pods-crash-looping');
    expect(found).not.toContain('shop/web: cluster-dns-unhealthy');
  });

  it('tells of a StatefulSet without its Service though no Service selects it', async () => {
    const found = await scan(
      {
        'StatefulSet/queue': {
          spec: {
            serviceName: 'queue',
            replicas: 3,
            selector: { matchLabels: { app: 'queue' } },
            template: { metadata: { labels: { app: 'queue' } } },
          },
        },
      },
      ['shop'],
    );
    expect(found).toEqual(['shop/: statefulset-service-missing']);
  });

  it('is quiet about the base', async () => {
    expect(await scan({}, ['front', 'ingress-nginx', 'kube-system', 'shop'])).toEqual([]);
  });
});
