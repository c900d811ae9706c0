import type { NetworkPolicy } from '../model/kinds/network-policy.ts';
import type { Certainty } from './certainty.ts';
import { selects } from './label-selector.ts';
import type { PodPeer } from './peer.ts';

export type Direction = 'ingress' | 'egress';

export interface SelectingPolicy {
  readonly policy: NetworkPolicy;
  /** 'maybe' when the pod's labels are not all known. */
  readonly selects: Exclude<Certainty, 'no'>;
}

const policyTypes = { ingress: 'Ingress', egress: 'Egress' } as const;

/**
 * The policies that isolate the pod in this direction: those of its own namespace whose podSelector selects it (an
 * empty one selects every pod) and whose policyTypes name the direction.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation
 */
export function selectingPolicies(
  direction: Direction,
  pod: PodPeer,
  policies: readonly NetworkPolicy[],
): readonly SelectingPolicy[] {
  return policies.flatMap((policy): SelectingPolicy[] => {
    if (policy.metadata.namespace !== pod.namespace) return [];
    if (!policy.spec.policyTypes.includes(policyTypes[direction])) return [];
    const match = selects(policy.spec.podSelector, pod.labels);
    return match === 'no' ? [] : [{ policy, selects: match }];
  });
}
