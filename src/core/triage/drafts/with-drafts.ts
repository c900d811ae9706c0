import { expectedSlices } from '../../model/endpoints/expected-slices.ts';
import { isOfController } from '../../model/endpoints/slice-manager.ts';
import { serviceOfSlice, type EndpointSlice } from '../../model/kinds/endpoint-slice.ts';
import type { KubernetesObject } from '../../model/kinds/meta.ts';
import { selectsPods, type Service } from '../../model/kinds/service.ts';
import { nodesByName } from '../../model/cluster/node-fault.ts';
import { mapObserved, type Observed } from '../../model/observed.ts';
import type { ResourceName, Resources } from '../../model/resources.ts';
import { LabelIndex } from '../../model/selectors/label-index.ts';
import type { Snapshot } from '../../model/snapshot.ts';
import { draftedResources, isSameObject, type Drafted, type DraftedResource } from './drafted.ts';

/**
 * The snapshot as if the drafts had just been applied: each stands beside what is there, or in place of the object of
 * its name, and a drafted Service has the EndpointSlices that the controller would make of the pods. What was not read
 * stays unread.
 */
export function withDrafts(base: Snapshot, drafted: Drafted): Snapshot {
  const services = drafted.services.map((draft) => serviceApplied(base, draft));
  const applied: Drafted = {
    ...drafted,
    services,
    ingresses: drafted.ingresses.map((draft) => withStatus(base, 'ingresses', draft)),
    httproutes: drafted.httproutes.map((draft) => withStatus(base, 'httproutes', draft)),
  };
  const known = new Map<string, Observed<readonly Resources[ResourceName][]>>();
  const once = <R extends ResourceName>(key: string, make: () => Observed<readonly Resources[R][]>) => {
    const made = known.get(key) ?? make();
    known.set(key, made);
    return made as Observed<readonly Resources[R][]>;
  };
  const merged = <R extends ResourceName>(resource: R, list: Observed<readonly Resources[R][]>, namespace?: string) => {
    const inScope = (one: KubernetesObject) => namespace === undefined || one.metadata.namespace === namespace;
    if (!isDrafted(resource)) {
      const more: readonly Resources[R][] = (drafted.beside?.[resource] ?? []).filter(inScope);
      return mapObserved(list, (there) => beside(there, more));
    }
    const drafts = (applied[resource] as readonly Resources[R][]).filter(inScope);
    if (resource !== 'endpointslices') return mapObserved(list, (there) => beside(there, drafts));
    return withSlices(after, list as Observed<readonly EndpointSlice[]>, {
      services: services.filter(inScope),
      slices: drafts as readonly EndpointSlice[],
    }) as Observed<readonly Resources[R][]>;
  };
  const after: Snapshot = {
    cluster: base.cluster,
    scope: base.scope,
    takenAt: base.takenAt,
    stale: base.stale,
    all: (resource) => once(resource, () => merged(resource, base.all(resource))),
    in: (resource, namespace) =>
      once(`${resource}/${namespace}`, () => merged(resource, base.in(resource, namespace), namespace)),
    podsMatching: (selector, namespace) => base.podsMatching(selector, namespace),
    servicesNamed: (name) =>
      mapObserved(base.servicesNamed(name), (there) =>
        beside(
          there,
          services.filter((one) => one.metadata.name === name),
        ),
      ),
  };
  return after;
}

function isDrafted(resource: ResourceName): resource is DraftedResource {
  return (draftedResources as readonly ResourceName[]).includes(resource);
}

function beside<T extends KubernetesObject>(there: readonly T[], drafts: readonly T[]): readonly T[] {
  if (drafts.length === 0) return there;
  return [...there.filter((one) => !drafts.some((draft) => isSameObject(one, draft))), ...drafts];
}

function withSlices(
  after: Snapshot,
  list: Observed<readonly EndpointSlice[]>,
  drafts: { readonly services: readonly Service[]; readonly slices: readonly EndpointSlice[] },
): Observed<readonly EndpointSlice[]> {
  const nodes = after.all('nodes');
  const byName = nodes.read ? nodesByName(nodes.value) : new Map();
  let slices = list;
  for (const service of drafts.services) {
    const { namespace, name } = service.metadata;
    const own = (slice: EndpointSlice) => slice.metadata.namespace === namespace && serviceOfSlice(slice) === name;
    slices = mapObserved(slices, (there) => there.filter((slice) => !(own(slice) && isOfController(slice))));
    if (!selectsPods(service)) continue;
    const pods = after.in('pods', namespace);
    if (!pods.read) return pods;
    const selected = new LabelIndex(pods.value).matching(service.spec.selector);
    slices = mapObserved(slices, (there) => [...there, ...expectedSlices(service, selected, byName)]);
  }
  return mapObserved(slices, (there) => beside(there, drafts.slices));
}

/** What `kubectl apply` leaves as it is: who the object is, its addresses and its status. */
function serviceApplied(base: Snapshot, draft: Service): Service {
  const existing = thereBefore(base, 'services', draft);
  if (existing === undefined) return draft;
  const keepsAddress = draft.spec.type !== 'ExternalName' && draft.spec.clusterIP === '';
  const { clusterIP, clusterIPs, ipFamilies } = existing.spec;
  return {
    ...draft,
    metadata: {
      ...applied(existing, draft),
      // Nobody has been asked yet for the address of what is turned into a load balancer.
      ...(draft.spec.type === existing.spec.type ? {} : { createdAt: undefined }),
    },
    spec: {
      ...draft.spec,
      ...(keepsAddress ? { clusterIP, clusterIPs } : {}),
      ...(draft.spec.ipFamilies.length === 0 ? { ipFamilies } : {}),
    },
    status: draft.spec.type === existing.spec.type ? existing.status : draft.status,
  };
}

function withStatus<R extends 'ingresses' | 'httproutes'>(base: Snapshot, resource: R, draft: Resources[R]): Resources[R] {
  const existing = thereBefore(base, resource, draft);
  // Made this moment: no controller has had the time to write a status.
  if (existing === undefined) return { ...draft, metadata: { ...draft.metadata, createdAt: base.takenAt } };
  return { ...draft, metadata: applied(existing, draft), status: existing.status };
}

function applied(existing: KubernetesObject, draft: KubernetesObject): KubernetesObject['metadata'] {
  const { uid, createdAt, deletedAt, finalizers, owners, labels, annotations } = existing.metadata;
  return {
    ...draft.metadata,
    uid,
    createdAt,
    deletedAt,
    finalizers,
    owners,
    labels: { ...labels, ...draft.metadata.labels },
    annotations: { ...annotations, ...draft.metadata.annotations },
  };
}

/** The object that the cluster has under the name of a draft; undefined when there is none or it could not be read. */
export function thereBefore<R extends DraftedResource>(
  base: Snapshot,
  resource: R,
  draft: Resources[R],
): Resources[R] | undefined {
  const list: Observed<readonly Resources[R][]> = base.in(resource, draft.metadata.namespace);
  return list.read ? list.value.find((one) => one.metadata.name === draft.metadata.name) : undefined;
}
