import { conditionOf } from '../kinds/condition.ts';
import type { Gateway, ReferenceGrant } from '../kinds/gateway.ts';
import { GATEWAY_GROUP, type Route } from '../kinds/route.ts';
import { observed, type Observed, type UnreadResource } from '../observed.ts';
import type { Snapshot } from '../snapshot.ts';

/** A field that points into another namespace although no ReferenceGrant there allows it. */
export interface RefusedReference {
  readonly from: Route | Gateway;
  /** The field: `spec.rules[0].backendRefs[0]`. */
  readonly at: string;
  readonly to: { readonly group: string; readonly kind: string; readonly namespace: string; readonly name: string };
  /** The grants of the target namespace, none of which fits; undefined when they could not be read and the status says so. */
  readonly grants: readonly ReferenceGrant[] | undefined;
}

interface Reference {
  readonly at: string;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

/**
 * The references of these objects that no ReferenceGrant allows. Where the grants of a namespace cannot be read, the
 * condition ResolvedRefs of the object decides; without one it is unread.
 * Source: gateway-api.sigs.k8s.io/api-types/referencegrant/
 */
export function refusedReferences(
  objects: readonly (Route | Gateway)[],
  snapshot: Snapshot,
): Observed<readonly RefusedReference[]> {
  const unread: UnreadResource[] = [];
  const refused = objects.flatMap((from) =>
    referencesOf(from)
      .filter((to) => to.namespace !== from.metadata.namespace)
      .flatMap((to): readonly RefusedReference[] => {
        const grants = snapshot.in('referencegrants', to.namespace);
        if (grants.read) {
          return grants.value.some((grant) => allows(grant, from, to)) ? [] : [{ from, at: to.at, to, grants: grants.value }];
        }
        const said = resolvedRefs(from);
        if (said === 'refused') return [{ from, at: to.at, to, grants: undefined }];
        if (said === 'unknown') unread.push(...grants.unread);
        return [];
      }),
  );
  return refused.length === 0 && unread.length > 0 ? { read: false, unread } : observed(refused);
}

function referencesOf(object: Route | Gateway): readonly Reference[] {
  return object.kind === 'Gateway'
    ? object.spec.listeners.flatMap((listener) => listener.certificateRefs)
    : object.spec.rules.flatMap((rule) => rule.backendRefs);
}

function allows({ spec }: ReferenceGrant, from: Route | Gateway, to: Reference): boolean {
  return (
    spec.from.some(
      (one) => one.group === GATEWAY_GROUP && one.kind === from.kind && one.namespace === from.metadata.namespace,
    ) &&
    spec.to.some((one) => one.group === to.group && one.kind === to.kind && (one.name === undefined || one.name === to.name))
  );
}

function resolvedRefs(object: Route | Gateway): 'resolved' | 'refused' | 'unknown' {
  const conditions =
    object.kind === 'Gateway'
      ? object.status.listeners.flatMap((listener) => conditionOf(listener.conditions, 'ResolvedRefs') ?? [])
      : object.status.parents.flatMap((parent) => (parent.stale ? [] : (conditionOf(parent.conditions, 'ResolvedRefs') ?? [])));
  if (conditions.some((condition) => condition.reason === 'RefNotPermitted')) return 'refused';
  return conditions.length > 0 && conditions.every((condition) => condition.status === 'True') ? 'resolved' : 'unknown';
}
