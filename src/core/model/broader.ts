import { openOf } from './open-of.ts';
import type { Snapshot } from './snapshot.ts';

/** One snapshot of two: the second is asked for what the first did not read. Both are of the same cluster. */
export function broader(first: Snapshot, second: Snapshot): Snapshot {
  return {
    cluster: first.cluster,
    scope: first.scope,
    takenAt: first.takenAt,
    ...(first.stale === undefined ? {} : { stale: first.stale }),
    all(resource) {
      const list = first.all(resource);
      return list.read ? list : readOr(second.all(resource), list);
    },
    ...(first.open === undefined && second.open === undefined
      ? {}
      : {
          open: (resource) => {
            const list = openOf(first, resource);
            return list.read ? list : readOr(openOf(second, resource), list);
          },
        }),
    in(resource, namespace) {
      const list = first.in(resource, namespace);
      return list.read ? list : readOr(second.in(resource, namespace), list);
    },
    podsMatching(selector, namespace) {
      const list = first.podsMatching(selector, namespace);
      return list.read ? list : readOr(second.podsMatching(selector, namespace), list);
    },
    servicesNamed(name) {
      const list = first.servicesNamed(name);
      return list.read ? list : readOr(second.servicesNamed(name), list);
    },
  };
}

/** Where neither was read, the reason of the narrower one tells more. */
function readOr<T extends { readonly read: boolean }>(second: T, first: T): T {
  return second.read ? second : first;
}
