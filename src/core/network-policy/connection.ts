import type { NetworkPolicy } from '../model/kinds/network-policy.ts';
import { judgeDirection, type DirectionVerdict } from './direction.ts';
import type { NamespaceLabels } from './namespace-labels.ts';
import type { Peer } from './peer.ts';
import { allPorts, intersect, type PortSet } from './port-set.ts';
import { selectingPolicies, type SelectingPolicy } from './selected-policies.ts';

/** Ports of `to` that `from` may connect to. What is in `possible` but not in `certain` cannot be told. */
export interface Connection {
  readonly certain: PortSet;
  readonly possible: PortSet;
  /** undefined where no policy can apply: an address outside, a pod that talks to itself. */
  readonly egress: DirectionVerdict | undefined;
  readonly ingress: DirectionVerdict | undefined;
}

/**
 * Both directions together: egress of the caller and ingress of the target must allow it. A pod always reaches itself.
 * `policies` are those of both namespaces, in any order; undefined when they were not read.
 */
export function connection(
  from: Peer,
  to: Peer,
  policies: readonly NetworkPolicy[] | undefined,
  namespaces: NamespaceLabels,
): Connection {
  const on = (direction: 'ingress' | 'egress', peer: Peer) =>
    peer.is !== 'pod' || policies === undefined ? undefined : selectingPolicies(direction, peer, policies);
  return connectionBetween({ peer: from, policies: on('egress', from) }, { peer: to, policies: on('ingress', to) }, namespaces);
}

/** One end with the policies that select it in the direction of the connection; undefined when they were not read. */
export interface End {
  readonly peer: Peer;
  readonly policies: readonly SelectingPolicy[] | undefined;
}

/** `connection` for those who ask about many pairs and select the policies of each end once. */
export function connectionBetween(from: End, to: End, namespaces: NamespaceLabels): Connection {
  if (from.peer === to.peer) return { certain: allPorts, possible: allPorts, egress: undefined, ingress: undefined };
  const egress = from.peer.is === 'pod' ? judgeDirection('egress', from.peer, to.peer, from.policies, namespaces) : undefined;
  const ingress = to.peer.is === 'pod' ? judgeDirection('ingress', to.peer, from.peer, to.policies, namespaces) : undefined;
  return {
    certain: intersect(egress?.certain ?? allPorts, ingress?.certain ?? allPorts),
    possible: intersect(egress?.possible ?? allPorts, ingress?.possible ?? allPorts),
    egress,
    ingress,
  };
}
