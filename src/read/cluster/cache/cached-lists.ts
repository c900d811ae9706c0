import { observed } from '../../../core/model/observed.ts';
import { resources, type ResourceName, type Resources } from '../../../core/model/resources.ts';
import type { ListCall } from '../list-call.ts';
import type { ListOptions } from '../list-resource.ts';
import type { ObjectStore } from './object-store.ts';

/** What a cache can tell of a resource: its objects, that the cluster has no such kind, or nothing. */
export type Known<R extends ResourceName> = ObjectStore<R> | 'not-served' | undefined;

/**
 * Lists out of memory, with the selectors that readers use; what the cache does not hold is asked of the API server as without
 * a cache. So the reader above is the same, and its snapshots are too.
 */
export function cachedLists(known: <R extends ResourceName>(resource: R) => Known<R>, direct: ListCall): ListCall {
  return async (resource, options, signal) => {
    const store = known(resource);
    if (store === 'not-served' && resources[resource].optional === true) return observed([]);
    if (store === undefined || store === 'not-served') return direct(resource, options, signal);
    signal.throwIfAborted();
    return observed(select(store, resource, options));
  };
}

function select<R extends ResourceName>(
  store: ObjectStore<R>,
  resource: R,
  { namespace, labelSelector, fieldSelector }: ListOptions,
): readonly Resources[R][] {
  const name = fieldSelector?.startsWith(BY_NAME) === true ? fieldSelector.slice(BY_NAME.length) : undefined;
  const isNarrow = namespace !== undefined && resources[resource].namespaced;
  const list = name === undefined ? (isNarrow ? store.in(namespace) : store.everywhere()) : store.named(name);
  const inPlace = name === undefined || !isNarrow ? list : list.filter((one) => one.metadata.namespace === namespace);
  if (labelSelector === undefined) return inPlace;
  const pairs = labelSelector.split(',').map((pair) => pair.split('=', 2) as [string, string]);
  // One pass costs less than an index that the next change of any pod makes useless.
  return inPlace.filter(({ metadata }) => pairs.every(([key, value]) => metadata.labels[key] === value));
}

const BY_NAME = 'metadata.name=';
