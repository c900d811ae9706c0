import type { NetworkPolicyPeer } from '../model/kinds/network-policy.ts';
import { admitsSomebody, ingressRules, type GuardedPods, type PlacedRule } from './admission.ts';
import type { Inhabitants } from './inhabitants.ts';
import { meantPeer, type MeantPeer } from './meant-peer.ts';

/** A peer of an ingress rule with selectors that find nobody. */
export interface DeadPeer extends PlacedRule {
  readonly peer: NetworkPolicyPeer;
  /** Position in `from`. */
  readonly at: number;
  /** No namespace has the labels, or no pod in the namespaces has. */
  readonly finds: 'no-namespace' | 'no-pod';
  readonly meant: MeantPeer | undefined;
}

export function deadPeers(group: GuardedPods, world: Inhabitants): readonly DeadPeer[] {
  return ingressRules(group).flatMap((placed) =>
    (placed.rule.peers ?? []).flatMap((peer, at): readonly DeadPeer[] => {
      const { namespace } = placed.policy.metadata;
      if (peer.ipBlock !== undefined || admitsSomebody(peer, namespace, world)) return [];
      const found = world.matchOf(peer, namespace).namespaces;
      const finds = found.length === 0 ? 'no-namespace' : 'no-pod';
      return [{ ...placed, peer, at, finds, meant: meantPeer(peer, namespace, world) }];
    }),
  );
}

/** True when it is a mistake and not a caller that is not there just now. */
export function isSureMistake({ finds, meant }: DeadPeer): boolean {
  return finds === 'no-namespace' || meant !== undefined;
}
