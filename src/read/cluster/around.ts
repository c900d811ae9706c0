import { SYSTEM_NAMESPACE } from '../../core/model/cluster/cluster-dns.ts';
import type { NetworkPolicy } from '../../core/model/kinds/network-policy.ts';
import type { ResourceName } from '../../core/model/resources.ts';
import type { Scope } from '../../core/model/snapshot.ts';

const system = ['services', 'endpointslices', 'pods', 'deployments', 'daemonsets'] as const;

/** Resources of kube-system to read beside the scope, for the DNS and the proxy that every Service needs. */
export function systemResources(scope: Scope, wanted: readonly ResourceName[]): readonly ResourceName[] {
  if (scope.kind === 'cluster' || scope.around !== true || scope.namespace === SYSTEM_NAMESPACE) return [];
  return system.filter((resource) => wanted.includes(resource));
}

/** Lists to read everywhere because NetworkPolicies of the namespace select callers by labels. */
export function inhabitantResources(
  scope: Scope,
  wanted: readonly ResourceName[],
  policies: readonly NetworkPolicy[],
): readonly ResourceName[] {
  if (scope.kind === 'cluster' || scope.around !== true) return [];
  const selects = policies.some(({ spec }) =>
    [...spec.ingress, ...spec.egress].some((rule) => rule.peers?.some((peer) => peer.ipBlock === undefined)),
  );
  return selects ? (['pods', 'namespaces'] as const).filter((resource) => wanted.includes(resource)) : [];
}
