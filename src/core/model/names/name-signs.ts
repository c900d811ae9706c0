import type { Pod } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';
import type { Lookup } from '../lookup.ts';
import type { PodTrouble, TroubleKind } from '../pods/pod-trouble.ts';
import { leftWords, resolutionFailure, usedNames } from './used-names.ts';

/** Troubles that a name which does not resolve can bring about. */
const fromNames: ReadonlySet<TroubleKind> = new Set(['init', 'crash', 'liveness', 'probe']);

/** A pod in trouble that a name can be the reason of, and what points to it. */
export interface NameSign {
  readonly pod: Pod;
  readonly say: string;
}

/**
 * Which of these troubles a failing name resolution explains: the pod's own last words say so, or it left none and its
 * environment or command names a Service. Words about something else are another cause.
 */
export function nameSigns(troubles: readonly PodTrouble[], find: Lookup<Service>): readonly NameSign[] {
  return troubles.flatMap(({ pod, kind }) => {
    if (!fromNames.has(kind)) return [];
    const words = resolutionFailure(pod);
    if (words !== undefined) return [{ pod, say: `it said: ${words.trim().split('\n').at(-1) ?? ''}`.slice(0, 200) }];
    const [used] = leftWords(pod) ? [] : usedNames(pod.spec, pod.metadata.namespace, find);
    return used === undefined ? [] : [{ pod, say: `its ${used.at} names ${used.host}` }];
  });
}
