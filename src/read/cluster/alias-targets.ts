import { serviceOfDnsName } from '../../core/model/names/external-target.ts';
import type { Service } from '../../core/model/kinds/service.ts';
import type { Scope } from '../../core/model/snapshot.ts';

/**
 * Namespaces to which the ExternalName Services in question point, so that their targets can be looked at. One's own is
 * among them for a single Service, of whose namespace only its own EndpointSlices are read.
 */
export function aliasTargetNamespaces(scope: Scope, services: readonly Service[]): readonly string[] {
  if (scope.kind === 'cluster') return [];
  const asked = scope.kind === 'service' ? services.filter((one) => one.metadata.name === scope.name) : services;
  const namespaces = asked.flatMap(({ spec }) =>
    spec.type === 'ExternalName' ? (serviceOfDnsName(spec.externalName ?? '')?.namespace ?? []) : [],
  );
  return [...new Set(namespaces)].filter((namespace) => scope.kind === 'service' || namespace !== scope.namespace);
}
