import { observed, unread, type Observed } from '../../core/model/observed.ts';
import { resources, type ResourceName, type Resources } from '../../core/model/resources.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import type { ClusterAccess } from './access.ts';

/**
 * A snapshot in which closed namespaces are unread, as they are for an account without the right: what rests on them is
 * said to be unknown, and none of their names can come into an answer. What is asked about is checked by whoever asks.
 */
export function guardSnapshot(snapshot: Snapshot, access: Pick<ClusterAccess, 'shows' | 'reads'>): Snapshot {
  const lists = new Map<ResourceName, Observed<readonly Resources[ResourceName][]>>();
  const open = new Map<ResourceName, Observed<readonly Resources[ResourceName][]>>();

  function once<R extends ResourceName>(
    known: typeof lists,
    resource: R,
    make: () => Observed<readonly Resources[R][]>,
  ): Observed<readonly Resources[R][]> {
    const found = known.get(resource) ?? make();
    known.set(resource, found);
    return found as Observed<readonly Resources[R][]>;
  }

  // A new way to the facts does not compile until it is decided on here.
  return {
    cluster: snapshot.cluster,
    scope: snapshot.scope,
    takenAt: snapshot.takenAt,
    stale: snapshot.stale,
    all: (resource) => once(lists, resource, () => unlessHidden(resource, snapshot.all(resource), access.reads)),
    open: (resource) => once(open, resource, () => shownOf(resource, snapshot.all(resource), access.shows)),
    in(resource, namespace) {
      if ((resources[resource].namespaced || resource === 'namespaces') && !access.reads(namespace))
        return unread(resource, 'not-open', namespace);
      return snapshot.in(resource, namespace);
    },
    podsMatching(selector, namespace) {
      if (namespace !== undefined && !access.reads(namespace)) return unread('pods', 'not-open', namespace);
      return unlessHidden('pods', snapshot.podsMatching(selector, namespace), access.reads);
    },
    servicesNamed(name) {
      const shown = shownOf('services', snapshot.servicesNamed(name), access.shows);
      // That it is nowhere else cannot be told then.
      return shown.read && shown.value.length === 0
        ? unlessHidden('services', snapshot.servicesNamed(name), access.shows)
        : shown;
    },
  } satisfies Required<Snapshot>;
}

/** A part of a list would read as the whole of it. */
function unlessHidden<R extends ResourceName>(
  resource: R,
  list: Observed<readonly Resources[R][]>,
  shows: (namespace: string) => boolean,
): Observed<readonly Resources[R][]> {
  if (!list.read || list.value.every((one) => isShown(resource, one, shows))) return list;
  return unread(resource, 'not-open');
}

function shownOf<R extends ResourceName>(
  resource: R,
  list: Observed<readonly Resources[R][]>,
  shows: (namespace: string) => boolean,
): Observed<readonly Resources[R][]> {
  return list.read ? observed(list.value.filter((one) => isShown(resource, one, shows))) : list;
}

function isShown(
  resource: ResourceName,
  { metadata }: Resources[ResourceName],
  shows: (namespace: string) => boolean,
): boolean {
  if (resource === 'namespaces') return shows(metadata.name);
  return !resources[resource].namespaced || shows(metadata.namespace);
}
