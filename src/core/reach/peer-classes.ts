import type { NetworkPolicy } from '../model/kinds/network-policy.ts';
import { contains } from '../network-policy/range-math.ts';
import type { Peer, PodPeer } from '../network-policy/peer.ts';
import { blockEdges } from './outside.ts';

/** What policies can tell pods apart by: labels that a selector names, addresses in a block, the ports they declare. */
export type ClassOf = (pod: PodPeer) => string;

/** Pods of one class get the same verdict, so that two hundred replicas are judged as one. */
export function peerClasses(policies: readonly NetworkPolicy[]): ClassOf {
  const keys = new Set<string>();
  for (const { spec } of policies) {
    const peers = [...spec.ingress, ...spec.egress].flatMap((rule) => rule.peers ?? []);
    for (const selector of [spec.podSelector, ...peers.map((peer) => peer.podSelector)]) {
      for (const key of Object.keys(selector?.matchLabels ?? {})) keys.add(key);
      for (const { key } of selector?.matchExpressions ?? []) keys.add(key);
    }
  }
  const sorted = [...keys].sort();
  const edges = [...blockEdges(policies, 'ingress'), ...blockEdges(policies, 'egress')];
  const blocks = [...new Map(edges.map((block) => [`${block.family} ${block.first} ${block.last}`, block])).values()];
  return (pod) =>
    JSON.stringify([
      pod.namespace,
      pod.labels.complete,
      sorted.map((key) => pod.labels.labels[key]),
      pod.ports?.map((port) => `${port.name} ${port.protocol} ${port.containerPort}`).sort(),
      blocks.flatMap((block, index) => (pod.addresses.some((address) => contains(block, address)) ? [index] : [])),
      pod.addresses.length === 0,
      pod.hostNetwork,
      pod.hostNetwork ? String(pod.hostAddress?.first) : '',
    ]);
}

/**
 * A few of each class stand for all of it: one when pods of different workloads meet, two where replicas meet each
 * other, because one pod alone always reaches itself.
 */
export function representatives(peers: readonly Peer[], classOf: ClassOf, ofEach: 1 | 2): readonly Peer[] {
  const seen = new Map<string, number>();
  return peers.filter((peer) => {
    if (peer.is !== 'pod') return true;
    const key = classOf(peer);
    const count = (seen.get(key) ?? 0) + 1;
    seen.set(key, count);
    return count <= ofEach;
  });
}
