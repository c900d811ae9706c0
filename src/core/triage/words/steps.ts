import type { NextStep } from '../../answer/answer.ts';
import { code, text, type Text } from '../../answer/text.ts';
import type { ObjectRef } from '../../model/kinds/meta.ts';
import { refOf } from '../../model/kinds/meta.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import type { ReplicaSet } from '../../model/kinds/workload.ts';
import { revisionsOf } from '../../model/workloads/revisions.ts';
import { describeObject, editObject, rollout } from '../../model/workloads/workload-commands.ts';

/** Next steps that several checks give in the same words. */

/** A step with its command, or with a way to do it by hand where kubectl has no command for this kind. */
export function change(say: Text, command: string | undefined, owner: ObjectRef): NextStep {
  return { say, command: command ?? (owner.kind === 'Pod' ? describeObject(owner) : editObject(owner)) };
}

export function describePod(pod: Pod): NextStep {
  return { say: text`See the pod's events in full`, command: describeObject(refOf(pod)) };
}

/** The way back, when there is an earlier revision to go back to. */
export function goBack(owner: ObjectRef, replicaSets: readonly ReplicaSet[] = []): readonly NextStep[] {
  const [newest, former] = revisionsOf(owner, replicaSets);
  if (newest === undefined || former === undefined) return [];
  return [
    {
      say: text`Or go back to the revision before it (ReplicaSet ${code(former.metadata.name)})`,
      command: rollout('undo', owner),
    },
  ];
}
