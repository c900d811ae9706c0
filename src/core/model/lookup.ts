import type { KubernetesObject } from './kinds/meta.ts';
import type { Observed } from './observed.ts';
import type { ResourceName, Resources } from './resources.ts';
import type { Snapshot } from './snapshot.ts';

/** An object of any namespace; 'unknown' where its namespace was not read. */
export type Lookup<T> = (namespace: string, name: string) => T | 'missing' | 'unknown';

/** Finds objects of a namespaced resource by name. Indexes are built for each namespace that is asked for, once. */
export function lookupOf<R extends ResourceName>(snapshot: Snapshot, resource: R): Lookup<Resources[R]> {
  return (namespace, name) => {
    const list: Observed<readonly Resources[R][]> = snapshot.in(resource, namespace);
    if (!list.read) return 'unknown';
    return (indexOf(list.value).get(name) as Resources[R] | undefined) ?? 'missing';
  };
}

const indexes = new WeakMap<readonly KubernetesObject[], ReadonlyMap<string, KubernetesObject>>();

function indexOf(objects: readonly KubernetesObject[]): ReadonlyMap<string, KubernetesObject> {
  let index = indexes.get(objects);
  if (index === undefined) {
    index = new Map(objects.map((object) => [object.metadata.name, object]));
    indexes.set(objects, index);
  }
  return index;
}
