import type { KubernetesEvent } from './kinds/event.ts';
import type { KubernetesObject } from './kinds/meta.ts';

/** Events by the object they are about, newest first. */
export interface EventIndex {
  of(object: KubernetesObject): readonly KubernetesEvent[];
}

const none: readonly KubernetesEvent[] = [];

/**
 * An event belongs to an object by kind, namespace, name and uid. An event without uid (some controllers leave it out)
 * belongs by the rest; one with another uid is about an earlier object of that name.
 */
export function indexEvents(events: readonly KubernetesEvent[]): EventIndex {
  const byName = Map.groupBy(events, ({ regarding }) => `${regarding.kind}/${regarding.namespace}/${regarding.name}`);
  return {
    of({ kind, metadata }) {
      const named = byName.get(`${kind}/${metadata.namespace}/${metadata.name}`);
      if (named === undefined) return none;
      return named
        .filter(({ regarding }) => regarding.uid === '' || metadata.uid === '' || regarding.uid === metadata.uid)
        .toSorted((a, b) => (b.at ?? 0) - (a.at ?? 0));
    },
  };
}
