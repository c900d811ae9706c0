import { grantFor } from '../model/resources.ts';
import type { NetworkPolicy } from '../model/kinds/network-policy.ts';
import type { UnreadResource } from '../model/observed.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { SkippedCheck } from '../answer/answer.ts';
import type { End } from '../network-policy/connection.ts';
import { namespaceLabels, type NamespaceLabels } from '../network-policy/namespace-labels.ts';
import { peerClasses, type ClassOf } from './peer-classes.ts';
import type { Peer } from '../network-policy/peer.ts';
import { selectingPolicies, type Direction } from '../network-policy/selected-policies.ts';

/** The policies of a snapshot, with the selection of each pod done once. */
export interface PolicyView {
  readonly namespaces: NamespaceLabels;
  /** undefined when the policies of this namespace were not read. */
  policiesOf(namespace: string): readonly NetworkPolicy[] | undefined;
  end(direction: Direction, peer: Peer): End;
  /** Tells pods apart as far as the policies of these pods' namespaces do. */
  classOf(peers: readonly Peer[]): ClassOf;
}

export function policyView(snapshot: Snapshot): PolicyView {
  const byNamespace = new Map<string, readonly NetworkPolicy[] | undefined>();
  const ends = { ingress: new Map<Peer, End>(), egress: new Map<Peer, End>() };
  const policiesOf = (namespace: string) => {
    if (!byNamespace.has(namespace)) {
      const policies = snapshot.in('networkpolicies', namespace);
      byNamespace.set(namespace, policies.read ? policies.value : undefined);
    }
    return byNamespace.get(namespace);
  };
  return {
    namespaces: namespaceLabels(snapshot.all('namespaces')),
    policiesOf,
    classOf(peers) {
      const names = new Set(peers.map((peer) => (peer.is === 'pod' ? peer.namespace : undefined)));
      return peerClasses([...names].flatMap((name) => (name === undefined ? [] : (policiesOf(name) ?? []))));
    },
    end(direction, peer) {
      const known = ends[direction].get(peer);
      if (known !== undefined) return known;
      // Of a pod in an unknown namespace (an ingress controller) only what the other end says of it is asked.
      const policies = peer.is === 'pod' && peer.namespace !== undefined ? policiesOf(peer.namespace) : [];
      const end: End = {
        peer,
        policies: peer.is === 'pod' && policies !== undefined ? selectingPolicies(direction, peer, policies) : undefined,
      };
      ends[direction].set(peer, end);
      return end;
    },
  };
}

/** What was not read and would have decided, with the permission that would let it be read. */
export function skippedReads(unread: readonly UnreadResource[]): readonly SkippedCheck[] {
  const byGrant = new Map(unread.map((one) => [grantFor(one.resource, one.namespace), one.resource]));
  return [...byGrant].map(([grant, resource]) => ({ check: 'reach', unread: [resource], grant }));
}
