import type { Severity } from '../../answer/answer.ts';
import { code, text, type Text } from '../../answer/text.ts';
import type { ObjectRef } from '../../model/kinds/meta.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import type { PodTrouble, TroubleKind, TroubleOf } from '../../model/pods/pod-trouble.ts';
import { isReady } from '../../model/pods/pod-state.ts';
import { topOwner } from '../../model/workloads/top-owner.ts';

/** Words and weights that the checks about pods share. */

/** Pods with one trouble and one reason for it are one finding. */
export interface PodGroup<K extends TroubleKind> {
  readonly first: TroubleOf<K>;
  readonly pods: readonly Pod[];
  readonly names: readonly string[];
  readonly owner: ObjectRef;
}

/** Groups the troubled pods of a kind by workload and by what `reason` says. */
export function groupsOf<K extends TroubleKind>(
  troubles: readonly PodTrouble[],
  kinds: readonly K[],
  reason: (trouble: TroubleOf<K>) => string,
): readonly PodGroup<K>[] {
  if (troubles.length === 0) return [];
  const wanted = troubles.filter((one): one is TroubleOf<K> & PodTrouble => (kinds as readonly string[]).includes(one.kind));
  const groups = Map.groupBy(wanted, (one) => `${formatOwner(topOwner(one.pod))} ${reason(one)}`);
  return [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const pods = group.map((one) => one.pod);
    return [{ first, pods, names: namesOf(pods), owner: topOwner(first.pod) }];
  });
}

export function namesOf(pods: readonly Pod[]): readonly string[] {
  return pods.map((pod) => pod.metadata.name);
}

/** Traffic stops when no selected pod is ready, otherwise the rest carries it. */
export function severityFor(livePods: readonly Pod[]): Severity {
  return livePods.some(isReady) ? 'warning' : 'critical';
}

/** `pod web-1`, `both pods`, `all 3 pods`, `2 of 3 pods`. */
export function howMany(pods: readonly Pod[], all: readonly Pod[]): Text {
  const [only] = pods;
  if (only !== undefined && pods.length === 1) return text`pod ${code(only.metadata.name)}`;
  if (pods.length >= all.length) return pods.length === 2 ? text`both pods` : text`all ${pods.length} pods`;
  return text`${pods.length} of ${all.length} pods`;
}

export function formatOwner({ kind, name }: ObjectRef): string {
  return `${kind} ${name}`;
}

/** A few names, as evidence. */
export function listNames(names: readonly string[], most = 5): string {
  return `${names.slice(0, most).join(', ')}${names.length > most ? ` and ${names.length - most} more` : ''}`;
}
