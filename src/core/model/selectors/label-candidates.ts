import type { Labels } from '../kinds/meta.ts';
import { refOf } from '../kinds/meta.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Workload } from '../kinds/workload.ts';
import type { LabelCandidate } from './nearest-labels.ts';
import { isLive } from '../pods/pod-state.ts';
import { selectorMatches } from './selector.ts';

/** What a selector of this namespace can have meant: every workload's template, and live pods that no workload made. */
export function labelCandidates(workloads: readonly Workload[], pods: readonly Pod[]): readonly LabelCandidate[] {
  return [
    ...workloads.map((workload) => ({ object: refOf(workload), labels: workload.spec.template.labels })),
    ...pods
      .filter((pod) => isLive(pod) && !pod.metadata.owners.some((owner) => owner.controller))
      .map((pod) => ({ object: refOf(pod), labels: pod.metadata.labels })),
  ];
}

/** True when the selector is right as it is: some live pod, or the template of a workload, has all its pairs. */
export function selectorFits(selector: Labels, workloads: readonly Workload[], pods: readonly Pod[]): boolean {
  return (
    workloads.some((workload) => selectorMatches(selector, workload.spec.template.labels)) ||
    pods.some((pod) => isLive(pod) && selectorMatches(selector, pod.metadata.labels))
  );
}
