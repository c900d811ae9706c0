import type { Labels } from './kinds/meta.ts';
import type { Pod } from './kinds/pod.ts';
import type { Service } from './kinds/service.ts';
import { LabelIndex } from './selectors/label-index.ts';
import { mapObserved, observed, unread, type Observed } from './observed.ts';
import { perList } from './per-list.ts';
import { resources, type ResourceName, type Resources } from './resources.ts';
import { formatSelector } from './selectors/selector.ts';
import type { Scope, Snapshot, Staleness } from './snapshot.ts';

type List<R extends ResourceName> = Observed<readonly Resources[R][]>;

/** What was read of one resource: everywhere, or single namespaces. */
export interface Coverage<R extends ResourceName> {
  readonly everywhere?: List<R>;
  readonly namespaces?: ReadonlyMap<string, List<R>>;
}

export interface SnapshotInput {
  readonly cluster: string;
  readonly scope: Scope;
  readonly takenAt: number;
  readonly stale?: Staleness;
  readonly lists: { readonly [R in ResourceName]?: Coverage<R> };
  /** Narrow reads, by the selector as kubectl writes it. */
  readonly podsMatching?: ReadonlyMap<string, Observed<readonly Pod[]>>;
  readonly servicesNamed?: ReadonlyMap<string, Observed<readonly Service[]>>;
}

const servicesByName = perList((services: readonly Service[]) => Map.groupBy(services, (service) => service.metadata.name));

/** Makes the immutable, indexed snapshot of what a reader saw. Indexes are built when they are first asked for. */
export function buildSnapshot(input: SnapshotInput): Snapshot {
  const grouped = new Map<ResourceName, ReadonlyMap<string, readonly Resources[ResourceName][]>>();
  let podIndex: LabelIndex<Pod> | undefined;

  function all<R extends ResourceName>(resource: R): List<R> {
    return input.lists[resource]?.everywhere ?? unread(resource, 'not-asked');
  }

  function groups<R extends ResourceName>(
    resource: R,
    list: readonly Resources[R][],
  ): ReadonlyMap<string, readonly Resources[R][]> {
    let found = grouped.get(resource) as ReadonlyMap<string, readonly Resources[R][]> | undefined;
    if (found === undefined) {
      // A Namespace is asked for by its own name: it lives in no namespace.
      found = Map.groupBy(list, (one) => (resource === 'namespaces' ? one.metadata.name : one.metadata.namespace));
      grouped.set(resource, found);
    }
    return found;
  }

  return {
    cluster: input.cluster,
    scope: input.scope,
    takenAt: input.takenAt,
    ...(input.stale === undefined ? {} : { stale: input.stale }),
    all,
    in<R extends ResourceName>(resource: R, namespace: string): List<R> {
      const coverage = input.lists[resource];
      const narrow = coverage?.namespaces?.get(namespace);
      if (narrow !== undefined) return narrow;
      if (coverage?.everywhere?.read === true)
        return observed(groups(resource, coverage.everywhere.value).get(namespace) ?? []);
      return coverage?.everywhere ?? unread(resource, 'not-asked', resources[resource].namespaced ? namespace : undefined);
    },
    podsMatching(selector: Labels) {
      const everywhere = all('pods');
      if (!everywhere.read) return input.podsMatching?.get(formatSelector(selector)) ?? everywhere;
      podIndex ??= new LabelIndex(everywhere.value);
      return observed(podIndex.matching(selector));
    },
    servicesNamed(name: string) {
      const everywhere = all('services');
      if (!everywhere.read) return input.servicesNamed?.get(name) ?? everywhere;
      return mapObserved(everywhere, (list) => servicesByName(list).get(name) ?? []);
    },
  };
}
