import { describe, expect, it } from 'vitest';
import { isClassServed } from '../../../../src/core/model/load-balancers/load-balancer-class.ts';
import { cloudOf } from '../../../../src/core/model/load-balancers/load-balancer-providers.ts';
import { snapshotOf } from '../../../support/snapshot-of.ts';

async function seen(container: string, providers: readonly string[] = [], labels = '{}') {
  const snapshot = await snapshotOf(
    `--- { apiVersion: v1, kind: Pod, metadata: { name: c, namespace: kube-system }, spec: { containers: [${container}] } }`,
    ...providers.map(
      (id, at) =>
        `--- { apiVersion: v1, kind: Node, metadata: { name: n${at}, labels: ${labels} }, spec: { providerID: '${id}' } }`,
    ),
    '--- { apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop }, spec: {} }',
  );
  const [pods, nodes] = [snapshot.all('pods'), snapshot.all('nodes')];
  return { pods: pods.read ? pods.value : [], nodes: nodes.read ? nodes.value : [] };
}

describe('whether a load balancer class is served', () => {
  it.each([
    ['service.k8s.aws/nlb', '{ name: c, image: public.ecr.aws/eks/aws-load-balancer-controller:v2.13 }', true],
    ['service.k8s.aws/nlb', '{ name: c, image: coredns }', false],
    ['metallb', '{ name: c, image: quay.io/metallb/controller:v0.15 }', false],
    ['metallb', "{ name: c, image: quay.io/metallb/controller:v0.15, args: ['--lb-class=metallb'] }", true],
    ['example.com/own', "{ name: c, image: own, args: ['--class', example.com/own] }", true],
    ['example.com/own', '{ name: c, image: own, env: [{ name: CLASS, value: example.com/own }] }', true],
    ['example.com/own', '{ name: c, image: own }', false],
    ['tailscale', '{ name: c, image: docker.io/tailscale/k8s-operator:v1.80 }', true],
  ])('%s by %s: %s', async (name, container, served) => {
    const { pods, nodes } = await seen(container);
    expect(isClassServed(name, nodes, pods)).toBe(served);
  });

  it.each([
    ['networking.gke.io/l4-regional-internal', 'gce://p/z/n', '{}', true],
    ['networking.gke.io/l4-regional-internal', 'aws:///z/n', '{}', false],
    ['eks.amazonaws.com/nlb', 'aws:///z/n', '{ eks.amazonaws.com/compute-type: auto }', true],
    ['eks.amazonaws.com/nlb', 'aws:///z/n', '{}', false],
  ])('%s by the cloud %s %s: %s', async (name, provider, labels, served) => {
    const { pods, nodes } = await seen('{ name: c, image: own }', [provider], labels);
    expect(isClassServed(name, nodes, pods)).toBe(served);
    expect(isClassServed(name, undefined, undefined)).toBe(false);
  });

  it('knows no cloud where the nodes disagree, or are of none', async () => {
    expect(cloudOf((await seen('{ name: c, image: c }', ['aws:///a', 'gce://b'])).nodes)).toBeUndefined();
    expect(cloudOf((await seen('{ name: c, image: c }', ['kind://docker/kind/a'])).nodes)).toBeUndefined();
    expect(cloudOf((await seen('{ name: c, image: c }', ['azure:///a', ''])).nodes)).toBe('azure');
  });
});
