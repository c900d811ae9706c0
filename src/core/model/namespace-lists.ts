import type { KubernetesObject } from './kinds/meta.ts';
import { perList } from './per-list.ts';

const known = new WeakMap<readonly KubernetesObject[], (namespace: string) => readonly KubernetesObject[]>();

/**
 * Tells how a list of the whole cluster is parted into namespaces, by somebody who has the parts: as long as a part is the same
 * list, so are the indexes that were built over it.
 */
export function keepParts<T extends KubernetesObject>(list: readonly T[], partOf: (namespace: string) => readonly T[]): void {
  known.set(list, partOf);
}

const byNamespace = perList((list: readonly KubernetesObject[]) => Map.groupBy(list, ({ metadata }) => metadata.namespace));

/** The objects of one namespace in a list of the whole cluster. */
export function partOf<T extends KubernetesObject>(list: readonly T[], namespace: string): readonly T[] {
  return (known.get(list)?.(namespace) ?? byNamespace(list).get(namespace) ?? []) as unknown as readonly T[];
}
