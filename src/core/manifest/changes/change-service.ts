import type { Service } from '../../model/kinds/service.ts';
import type { ManifestObject } from '../kubernetes-object.ts';
import { internalAnnotations } from '../load-balancer-annotations.ts';
import { objectsOf } from '../objects.ts';
import type { ManifestPlan, TemplateName } from '../plan.ts';
import { LAST_APPLIED, serviceAsObject } from './service-as-object.ts';

type Fields = Readonly<Record<string, unknown>>;

export interface ServiceChange {
  /** A strategic merge patch, for Kustomize and for `kubectl patch --patch-file`; undefined when nothing changes. */
  readonly patch: ManifestObject | undefined;
  /** The Service as it is after the patch. */
  readonly result: ManifestObject;
  /** It cannot be done in place: the whole Service under the same name, to be created anew. */
  readonly recreate: boolean;
}

/** As a person writes them, so that a diff shows what changes and not what moved. */
const order: readonly string[] = [
  'type',
  'clusterIP',
  'externalName',
  'selector',
  'ports',
  'externalTrafficPolicy',
  'internalTrafficPolicy',
  'publishNotReadyAddresses',
  'sessionAffinity',
  'loadBalancerClass',
  'loadBalancerSourceRanges',
];

/** Templates that are one Service under one name, so that a Service that is there can become it. */
export const changeable: ReadonlySet<TemplateName> = new Set([
  'cluster-ip',
  'node-port',
  'load-balancer',
  'load-balancer-internal',
  'headless',
  'external-name',
]);

/**
 * How a Service that is there becomes what the plan says. Its selector stays, its ports too unless they were `stated`.
 * Fields that go with a type are dropped by the API server when the type changes.
 */
export function changeService(existing: Service, plan: ManifestPlan, stated: { readonly ports: boolean }): ServiceChange {
  const before = serviceAsObject(existing);
  const { name, namespace } = existing.metadata;
  const keepsPorts = !stated.ports && existing.spec.ports.length > 0;
  const keepsSelector = Object.keys(existing.spec.selector).length > 0;
  const [written] = objectsOf({ ...plan, name, namespace, selector: keepsSelector ? existing.spec.selector : plan.selector });
  const target = written?.object;
  if (target === undefined) return { patch: undefined, result: before, recreate: false };
  const wish: Fields = target.spec ?? {};
  const { ports: _ports, selector: _selector, ...fields } = wish;
  const isAlias = wish['type'] === 'ExternalName';
  const spec = {
    ...fields,
    ...(isAlias
      ? {}
      : {
          selector: keepsSelector ? existing.spec.selector : wish['selector'],
          ports: keepsPorts ? portsFor(before, wish['type']) : wish['ports'],
        }),
    ...kept(before, wish),
  };
  const recreate =
    !isAlias &&
    existing.spec.type !== 'ExternalName' &&
    (existing.spec.clusterIP === 'None') !== (wish['clusterIP'] === 'None');
  const annotations = annotationChanges(existing, target, plan);
  const allAnnotations = Object.fromEntries(
    Object.entries({ ...existing.metadata.annotations, ...annotations }).filter(
      (entry): entry is [string, string] => entry[1] !== null && entry[0] !== LAST_APPLIED,
    ),
  );
  const result: ManifestObject = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace, ...(Object.keys(allAnnotations).length === 0 ? {} : { annotations: allAnnotations }) },
    spec: Object.fromEntries(
      Object.entries(spec)
        .filter(([field, value]) => value !== undefined && !(recreate && field === 'clusterIP' && value !== 'None'))
        .toSorted(([a], [b]) => order.indexOf(a) - order.indexOf(b)),
    ),
  };
  return { patch: recreate ? undefined : patchOf(before, result, annotations), result, recreate };
}

/** Node ports stay where the new type has some. */
function portsFor(before: ManifestObject, type: unknown): unknown {
  const ports = (before.spec?.['ports'] ?? []) as readonly Fields[];
  if (type === 'NodePort' || type === 'LoadBalancer') return ports;
  return ports.map(withoutNodePort);
}

/** What was set by hand and goes with the new type, too. */
function kept({ spec = {} }: ManifestObject, wish: Fields): Fields {
  const outside = wish['type'] === 'NodePort' || wish['type'] === 'LoadBalancer';
  const balanced = wish['type'] === 'LoadBalancer';
  const fields = [
    ...(wish['type'] === 'ExternalName'
      ? []
      : ['clusterIP', 'internalTrafficPolicy', 'publishNotReadyAddresses', 'sessionAffinity']),
    ...(outside ? ['externalTrafficPolicy'] : []),
    ...(balanced ? ['loadBalancerSourceRanges', 'loadBalancerClass'] : []),
  ];
  return Object.fromEntries(
    fields.filter((field) => spec[field] !== undefined && wish[field] === undefined).map((field) => [field, spec[field]]),
  );
}

/** Annotations of an internal load balancer would keep a public one private: they are taken away (null). */
function annotationChanges(
  { metadata }: Service,
  target: ManifestObject,
  plan: ManifestPlan,
): Readonly<Record<string, string | null>> {
  const wanted = target.metadata.annotations ?? {};
  const isPublic = plan.template === 'load-balancer';
  const stale = isPublic
    ? Object.keys(internalAnnotations(undefined)).filter((key) => key in metadata.annotations && !(key in wanted))
    : [];
  const fresh = Object.entries(wanted).filter(([key, value]) => metadata.annotations[key] !== value);
  return Object.fromEntries([...fresh, ...stale.map((key) => [key, null] as const)]);
}

function patchOf(
  before: ManifestObject,
  result: ManifestObject,
  annotations: Readonly<Record<string, string | null>>,
): ManifestObject | undefined {
  const [was, is]: readonly Fields[] = [before.spec ?? {}, result.spec ?? {}];
  const differs = (field: string) => JSON.stringify(was?.[field]) !== JSON.stringify(is?.[field]);
  const changed = Object.fromEntries(
    Object.entries(is ?? {}).filter(
      ([field]) => differs(field) && !(field === 'ports' && onlyNodePortsGo(was?.[field], is?.[field])),
    ),
  );
  // An alias has no selector and no ports; left in place they would do nothing but mislead.
  const gone = Object.keys(was ?? {}).filter(
    (field) => is?.[field] === undefined && ['externalName', 'selector', 'ports'].includes(field),
  );
  const spec = { ...changed, ...Object.fromEntries(gone.map((field) => [field, null])) };
  if (Object.keys(spec).length === 0 && Object.keys(annotations).length === 0) return undefined;
  const { name, namespace } = result.metadata;
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: {
      name,
      ...(namespace === undefined ? {} : { namespace }),
      ...(Object.keys(annotations).length === 0 ? {} : { annotations: annotations as Readonly<Record<string, string>> }),
    },
    ...(Object.keys(spec).length === 0 ? {} : { spec }),
  };
}

/** The API server releases node ports with the type. */
function onlyNodePortsGo(was: unknown, is: unknown): boolean {
  const plain = (ports: unknown) => JSON.stringify(((ports ?? []) as readonly Fields[]).map(withoutNodePort));
  return plain(was) === plain(is);
}

function withoutNodePort(port: Fields): Fields {
  return Object.fromEntries(Object.entries(port).filter(([field]) => field !== 'nodePort'));
}
