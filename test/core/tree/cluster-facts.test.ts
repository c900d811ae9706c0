import { describe, expect, it } from 'vitest';
import type { Node } from '../../../src/core/model/kinds/cluster.ts';
import { clusterFacts } from '../../../src/core/tree/cluster-facts.ts';
import { cloudOfNodes } from '../../../src/core/tree/cloud-of-nodes.ts';
import { decide } from '../../../src/core/tree/decide.ts';
import { snapshotOf, without } from '../../support/snapshot-of.ts';
import { shop } from './cluster.yaml.ts';

const snapshot = await snapshotOf(shop);

describe('facts from the cluster', () => {
  it('reads kind, labels, ports and Services of the workload', () => {
    const { workload, missing } = clusterFacts(snapshot, 'web', 'shop');
    expect(missing).toBeUndefined();
    expect(workload).toMatchObject({ kind: 'Deployment', namespace: 'shop', selector: { app: 'web' }, replicas: 2 });
    expect(workload?.ports).toEqual([
      { name: 'http', port: 8080, protocol: 'TCP' },
      { name: 'metrics', port: 9102, protocol: 'TCP' },
    ]);
    expect(workload?.services.map((service) => service.metadata.name)).toEqual(['frontend']);
  });

  it('finds the workload behind the name of a Service', () => {
    expect(clusterFacts(snapshot, 'frontend', 'shop').workload?.name).toBe('web');
  });

  it('knows a StatefulSet by its serviceName and a bare pod by its labels', () => {
    expect(clusterFacts(snapshot, 'kafka').workload).toMatchObject({
      kind: 'StatefulSet',
      serviceName: 'kafka-peers',
      replicas: 3,
    });
    expect(clusterFacts(snapshot, 'tool').workload).toMatchObject({ kind: 'Pod', selector: { run: 'tool' } });
  });

  it('offers the nearest names and the namespaces that have the name', () => {
    expect(clusterFacts(snapshot, 'wep', 'shop').missing).toEqual({
      name: 'wep',
      namespace: 'shop',
      nearest: ['web'],
      namespaces: [],
    });
    expect(clusterFacts(snapshot, 'kafka', 'staging').missing?.namespaces).toEqual(['shop']);
  });

  it('does not choose between namespaces', () => {
    expect(clusterFacts(snapshot, 'web').missing).toMatchObject({ nearest: [], namespaces: ['shop', 'staging'] });
  });

  it('does not take an unread list for a missing workload', () => {
    const facts = clusterFacts(without(snapshot, ['deployments']), 'web', 'shop');
    expect([facts.workload, facts.missing]).toEqual([undefined, undefined]);
    expect(facts.unread.map((one) => one.resource)).toEqual(['deployments']);
  });

  it('leaves the free names open when Services were not read', () => {
    expect(clusterFacts(without(snapshot, ['services']), 'web', 'shop').serviceNames).toBeUndefined();
    expect(clusterFacts(snapshot, 'web', 'shop').serviceNames).toEqual(['frontend']);
  });

  it('answers the questions that the person did not', () => {
    const cluster = clusterFacts(snapshot, 'web', 'shop');
    const { recommendation } = decide({ audience: 'internet', port: 80 }, cluster);
    expect(recommendation.type).toBe('Ingress-or-Gateway');
    expect(recommendation.trace).toContainEqual({
      question: 'Load balancers',
      answer: 'AWS makes load balancers',
      from: 'cluster',
    });
    expect(decide({}, clusterFacts(snapshot, 'kafka', 'shop')).recommendation.type).toBe('ClusterIP');
  });
});

describe('the cloud, by its nodes', () => {
  const node = (providerID: string, labels: Record<string, string> = {}) =>
    ({ spec: { providerID }, metadata: { labels } }) as unknown as Node;
  it.each([
    ['aws', [node('aws:///eu-west-1a/i-1')]],
    ['gcp', [node('gce://p/z/n')]],
    ['azure', [node('azure:///subscriptions/x')]],
    ['kind', [node('kind://docker/kind/kind-control-plane')]],
    ['k3s', [node('k3s://server')]],
    ['minikube', [node('', { 'minikube.k8s.io/name': 'minikube' })]],
    ['none', [node(''), node('')]],
    [undefined, [node('hcloud://4711')]],
  ])('is %s', (cloud, nodes) => {
    expect(cloudOfNodes(nodes)).toBe(cloud);
  });
});
