import type { KubernetesEvent } from '../../../core/model/kinds/event.ts';
import type { ObjectStore } from './object-store.ts';

/** About 1 KB each. The API server itself keeps an event for an hour, unless it is told otherwise. */
export const MOST_EVENTS = 20_000;
/** So many at once, so that a full store does not sort itself for every new event. */
const SHARE = 0.1;

/** Lets the oldest events go when there are more than `most`: a broken node can write thousands. */
export function keepNewestEvents(store: ObjectStore<'events'>, most: number = MOST_EVENTS): void {
  if (store.size <= most) return;
  const oldestFirst = store.everywhere().toSorted((a: KubernetesEvent, b: KubernetesEvent) => (a.at ?? 0) - (b.at ?? 0));
  for (const { metadata } of oldestFirst.slice(0, store.size - Math.floor(most * (1 - SHARE)))) {
    store.delete(metadata.namespace, metadata.name);
  }
}
