import type { Namespace } from './kinds/cluster.ts';
import type { Labels } from './kinds/meta.ts';
import type { Pod } from './kinds/pod.ts';
import type { Service } from './kinds/service.ts';
import { podsByLabel } from './neighbourhood.ts';
import { partOf } from './namespace-lists.ts';
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
  readonly stale?: Staleness | undefined;
  readonly lists: { readonly [R in ResourceName]?: Coverage<R> };
  /** Narrow reads, by the selector as kubectl writes it; those of one namespace as `podsKey` writes them. */
  readonly podsMatching?: ReadonlyMap<string, Observed<readonly Pod[]>>;
  readonly servicesNamed?: ReadonlyMap<string, Observed<readonly Service[]>>;
}

const servicesByName = perList((services: readonly Service[]) => Map.groupBy(services, (service) => service.metadata.name));

/** A Namespace is asked for by its own name: it lives in no namespace. */
const byName = perList((list: readonly Namespace[]) => Map.groupBy(list, ({ metadata }) => metadata.name));

/** What a narrow read of pods is kept under. */
export function podsKey(selector: Labels, namespace?: string): string {
  return namespace === undefined ? formatSelector(selector) : `${namespace}/${formatSelector(selector)}`;
}

/** Makes the immutable, indexed snapshot of what a reader saw. Indexes are built when they are first asked for, once for each list. */
export function buildSnapshot(input: SnapshotInput): Snapshot {
  function all<R extends ResourceName>(resource: R): List<R> {
    return input.lists[resource]?.everywhere ?? unread(resource, 'not-asked');
  }

  function inNamespace<R extends ResourceName>(resource: R, namespace: string): List<R> {
    const coverage = input.lists[resource];
    const narrow = coverage?.namespaces?.get(namespace);
    if (narrow !== undefined) return narrow;
    const everywhere = coverage?.everywhere;
    if (everywhere?.read === true) {
      return resource === 'namespaces'
        ? (observed(byName(everywhere.value as readonly Namespace[]).get(namespace) ?? []) as unknown as List<R>)
        : observed(partOf(everywhere.value, namespace));
    }
    return coverage?.everywhere ?? unread(resource, 'not-asked', resources[resource].namespaced ? namespace : undefined);
  }

  return {
    cluster: input.cluster,
    scope: input.scope,
    takenAt: input.takenAt,
    ...(input.stale === undefined ? {} : { stale: input.stale }),
    all,
    in: inNamespace,
    podsMatching(selector: Labels, namespace?: string) {
      const whole = namespace === undefined ? all('pods') : inNamespace('pods', namespace);
      if (!whole.read) return input.podsMatching?.get(podsKey(selector, namespace)) ?? whole;
      return observed(podsByLabel(whole.value).matching(selector));
    },
    servicesNamed(name: string) {
      const everywhere = all('services');
      if (!everywhere.read) return input.servicesNamed?.get(name) ?? everywhere;
      return mapObserved(everywhere, (list) => servicesByName(list).get(name) ?? []);
    },
  };
}
