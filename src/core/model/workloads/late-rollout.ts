import { conditionOf } from '../kinds/condition.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Workload } from '../kinds/workload.ts';
import { ageSeconds, isReady } from '../pods/pod-state.ts';

const MINUTE = 60;
const PATIENCE_SECONDS = 10 * MINUTE;
/** The label by which StatefulSet and DaemonSet pods tell their revision. */
const REVISION_LABEL = 'controller-revision-hash';

/** Why a rollout counts as stuck, in the controller's words or ours; undefined when it gets on. `pods`: live, of it. */
export function lateRollout(workload: Workload, pods: readonly Pod[], now: number): string | undefined {
  if (workload.kind === 'Deployment') return deadlineExceeded(workload, now);
  if (workload.kind === 'ReplicaSet' || workload.status.updated >= workload.spec.desired) return undefined;
  const revision = workload.status.updateRevision ?? newestRevision(pods);
  const first = pods.find(
    (pod) =>
      pod.metadata.labels[REVISION_LABEL] === revision &&
      !isReady(pod) &&
      (ageSeconds(pod.metadata.createdAt, now) ?? 0) > PATIENCE_SECONDS,
  );
  return first === undefined
    ? undefined
    : `pod ${first.metadata.name} of the new revision is not ready, and the rollout waits for it`;
}

function deadlineExceeded(workload: Workload, now: number): string | undefined {
  const progressing = conditionOf(workload.status.conditions, 'Progressing');
  if (progressing?.status !== 'False' || progressing.reason !== 'ProgressDeadlineExceeded') return undefined;
  const { observedGeneration } = workload.status;
  const behind = observedGeneration !== undefined && observedGeneration < (workload.generation ?? 0);
  if (behind && (ageSeconds(progressing.since, now) ?? MINUTE) < MINUTE) return undefined;
  return progressing.message;
}

/** A DaemonSet does not name its new revision; its newest pod has it. */
function newestRevision(pods: readonly Pod[]): string | undefined {
  const newest = pods.toSorted((a, b) => (b.metadata.createdAt ?? 0) - (a.metadata.createdAt ?? 0))[0];
  return newest?.metadata.labels[REVISION_LABEL];
}
