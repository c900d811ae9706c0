import type { NetworkPolicy } from '../model/kinds/network-policy.ts';
import type { Caveat } from './caveat.ts';
import type { Certainty } from './certainty.ts';
import type { NamespaceLabels } from './namespace-labels.ts';
import type { Peer, PodPeer } from './peer.ts';
import { allPorts, noPorts, union } from './port-set.ts';
import { rulePeers } from './rule-peers.ts';
import { rulePorts, type PortBounds } from './rule-ports.ts';
import type { Direction, SelectingPolicy } from './selected-policies.ts';

export interface RuleVerdict {
  readonly policy: NetworkPolicy;
  /** Position in `spec.ingress` or `spec.egress`. */
  readonly index: number;
  /** Whether the rule admits the other end, whatever the port. */
  readonly peer: Certainty;
  readonly ports: PortBounds;
}

/** What the policies on one end say about one direction. */
export interface DirectionVerdict extends PortBounds {
  readonly direction: Direction;
  readonly because: 'not-isolated' | 'rules' | 'own-node' | 'not-read';
  readonly policies: readonly SelectingPolicy[];
  readonly rules: readonly RuleVerdict[];
  readonly caveats: readonly Caveat[];
}

/**
 * Egress of the caller or ingress of the target, by the policies that select it (undefined: not read). A pod that no
 * policy selects is open; otherwise the rules of all of them add up, and nothing else is allowed.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
 */
export function judgeDirection(
  direction: Direction,
  subject: PodPeer,
  other: Peer,
  policies: readonly SelectingPolicy[] | undefined,
  namespaces: NamespaceLabels,
): DirectionVerdict {
  const open = { direction, policies: policies ?? [], rules: [], caveats: [], certain: allPorts, possible: allPorts } as const;
  if (policies === undefined) return { ...open, because: 'not-read', certain: noPorts, caveats: ['policies-unread'] };
  if (policies.length === 0) return { ...open, because: 'not-isolated' };
  if (other.is === 'addresses' && other.node !== undefined && other.node === subject.node)
    return { ...open, because: 'own-node' };

  const caveats = new Set<Caveat>();
  const destination = direction === 'ingress' ? subject : other;
  const rules = policies.flatMap(({ policy, selects }) =>
    policy.spec[direction].map((rule, index): RuleVerdict => {
      const { match, caveats: why } = rulePeers(rule, policy.metadata.namespace, other, namespaces);
      for (const caveat of why) caveats.add(caveat);
      const ports = rulePorts(rule, destination);
      return { policy, index, peer: selects === 'maybe' && match === 'yes' ? 'maybe' : match, ports };
    }),
  );
  if (policies.some((one) => one.selects === 'maybe')) caveats.add('pod-labels');
  const certain = union(noPorts, ...rules.filter((rule) => rule.peer === 'yes').map((rule) => rule.ports.certain));
  const bySelection = union(noPorts, ...rules.filter((rule) => rule.peer !== 'no').map((rule) => rule.ports.possible));
  // Policies need not hold for pods on the host network, and never hold for traffic of a pod's own node.
  const mayNotHold = subject.hostNetwork || sharesNode(subject, other);
  if (mayNotHold) caveats.add('host-network');
  const isolated = policies.some((one) => one.selects === 'yes') && !mayNotHold;
  return { ...open, because: 'rules', rules, certain, possible: isolated ? bySelection : allPorts, caveats: [...caveats] };
}

function sharesNode(subject: PodPeer, other: Peer): boolean {
  return other.is === 'pod' && other.hostNetwork && other.node !== undefined && other.node === subject.node;
}
