import { describe, expect, it } from 'vitest';
import { clusterDns } from '../../../../src/core/model/cluster/cluster-dns.ts';
import { nodeDaemons } from '../../../../src/core/model/cluster/node-daemons.ts';
import { projected } from '../../../support/projected.ts';
import { now } from '../../../support/snapshot-of.ts';

const service = projected(
  'services',
  '[{metadata: {name: kube-dns, namespace: kube-system}, spec: {selector: {k8s-app: kube-dns}}}]',
);
const pods = projected(
  'pods',
  `
- {metadata: {name: coredns-a, labels: {k8s-app: kube-dns}}, status: {phase: Running, conditions: [{type: Ready, status: "True"}]}}
- {metadata: {name: other}, status: {phase: Running}}
`,
);
const nothing = { services: [], slices: [], pods: [], deployments: [], daemonSets: [], nodes: [] };

describe('the DNS of the cluster', () => {
  it('is not missing where nothing shows that it should be there', () => {
    expect(clusterDns(nothing).mayBeOutside).toBe(true);
    // A dump without the pods of kube-system.
    expect(clusterDns({ ...nothing, services: service }).mayBeOutside).toBe(true);
  });

  it('is missing where its pods or their Deployment are', () => {
    expect(clusterDns({ ...nothing, pods }).mayBeOutside).toBe(false);
    expect(clusterDns({ ...nothing, pods: pods.slice(1), services: service }).mayBeOutside).toBe(false);
  });

  it('may be run by the cloud', () => {
    const nodes = projected('nodes', '[{metadata: {name: n}, spec: {providerID: "gce://p/z/n"}}]');
    expect(clusterDns({ ...nothing, pods: pods.slice(1), services: service, nodes }).mayBeOutside).toBe(true);
  });

  it('counts ready pods where no slice was seen', () => {
    expect(clusterDns({ ...nothing, services: service, pods }).readyEndpoints).toBe(1);
  });
});

describe('the proxy of the nodes', () => {
  const nodes = new Map(
    projected(
      'nodes',
      '[{metadata: {name: a}, status: {conditions: [{type: Ready, status: "True"}]}}, {metadata: {name: b}, status: {conditions: [{type: Ready, status: "True"}]}}]',
    ).map((node) => [node.metadata.name, node]),
  );
  const sets = (name: string, desired: number) =>
    projected('daemonsets', `[{metadata: {name: ${name}}, status: {desiredNumberScheduled: ${desired}, numberReady: 1}}]`);
  const podOn = (node: string, owner: string) =>
    projected(
      'pods',
      `[{metadata: {name: p-${node}, creationTimestamp: "2026-03-01T00:00:00Z", ownerReferences: [{kind: DaemonSet, name: ${owner}, controller: true}]}, spec: {nodeName: ${node}}, status: {phase: Running, conditions: [{type: Ready, status: "True"}]}}]`,
    );

  it('lacks a pod on a node where one should be', () => {
    expect(nodeDaemons(sets('kube-proxy', 2), podOn('a', 'kube-proxy'), nodes, now)[0]?.missingOn).toEqual(['b']);
  });

  it('may be meant for some nodes alone', () => {
    expect(nodeDaemons(sets('kube-proxy', 1), podOn('a', 'kube-proxy'), nodes, now)[0]?.missingOn).toEqual([]);
  });

  it('may be another program', () => {
    expect(nodeDaemons(sets('cilium', 2), podOn('b', 'cilium'), nodes, now)[0]?.missingOn).toEqual(['a']);
    expect(nodeDaemons(sets('fluent-bit', 2), [], nodes, now)).toEqual([]);
  });
});
