import type { EventIndex } from '../event-index.ts';
import { conditionOf } from '../kinds/condition.ts';
import type { Pod } from '../kinds/pod.ts';
import type { ReplicaSet, Workload } from '../kinds/workload.ts';
import { refOf } from '../kinds/meta.ts';
import { revisionsOf } from './revisions.ts';

/** Who wanted to make pods and was refused: the workload itself or one of its ReplicaSets. */
export interface CreationRefused {
  readonly by: Workload;
  readonly wanted: number;
  readonly actual: number;
  /** The API server's words, without what repeats the pod's name. */
  readonly message: string;
}

/**
 * The newest refusal to create pods of this workload that still holds: some are missing, and none has been made since.
 * `pods` are the live pods of the workload.
 */
export function creationRefused(
  workload: Workload,
  pods: readonly Pod[],
  replicaSets: readonly ReplicaSet[],
  events: EventIndex | undefined,
): CreationRefused | undefined {
  const makers: readonly Workload[] = [
    ...revisionsOf(refOf(workload), replicaSets).filter((set) => set.spec.desired > set.status.replicas),
    ...(pods.length < workload.spec.desired ? [workload] : []),
  ];
  const newestPod = Math.max(0, ...pods.map((pod) => pod.metadata.createdAt ?? 0));
  for (const by of makers) {
    const event = events?.of(by).find((one) => one.type === 'Warning' && one.reason === 'FailedCreate');
    const condition = conditionOf(by.status.conditions, 'ReplicaFailure');
    const failed = condition?.status === 'True' ? condition : undefined;
    const message = event?.message ?? failed?.message;
    // The condition holds now; an event may tell of what is over.
    const over = failed === undefined && event?.at !== undefined && event.at < newestPod;
    if (message === undefined || over) continue;
    return { by, wanted: by.spec.desired, actual: by === workload ? pods.length : by.status.replicas, message: bare(message) };
  }
  return undefined;
}

function bare(message: string): string {
  return message
    .replace(/^(?:Error creating: |create Pod \S+ in StatefulSet \S+ failed error: )/u, '')
    .replace(/^pods "[^"]*" is forbidden: /u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim();
}
