import type { ObjectRef, OwnerReference } from '../kinds/meta.ts';
import type { Pod } from '../kinds/pod.ts';
import { perObject } from '../per-object.ts';
import type { Workload } from '../kinds/workload.ts';

const none: ReadonlyMap<string, Workload> = new Map();
const byNames = perObject((pod: Pod) => ownerIn(pod, none));

/**
 * The workload that a pod counts as: Deployment over ReplicaSet, CronJob over Job, otherwise its controller, or the pod
 * itself when it has none (a static pod's controller is its Node). `replicaSets` are by namespace/name; without them the
 * names that the Deployment controller gives tell the same.
 */
export function topOwner(pod: Pod, replicaSets: ReadonlyMap<string, Workload> = none): ObjectRef {
  return replicaSets.size === 0 ? byNames(pod) : ownerIn(pod, replicaSets);
}

function ownerIn(pod: Pod, replicaSets: ReadonlyMap<string, Workload>): ObjectRef {
  const { namespace, name, labels } = pod.metadata;
  const owner = controller(pod.metadata.owners);
  if (owner === undefined || owner.kind === 'Node') return { kind: 'Pod', namespace, name };
  if (owner.kind === 'ReplicaSet') {
    const replicaSet = replicaSets.get(`${namespace}/${owner.name}`);
    const above = replicaSet === undefined ? undefined : controller(replicaSet.metadata.owners);
    if (above !== undefined) return { kind: above.kind, namespace, name: above.name };
    // The Deployment controller names its ReplicaSets DEPLOYMENT-HASH and labels the pods with the hash.
    const hash = labels['pod-template-hash'];
    if (replicaSet === undefined && hash !== undefined && owner.name.endsWith(`-${hash}`)) {
      return { kind: 'Deployment', namespace, name: owner.name.slice(0, -hash.length - 1) };
    }
  }
  // Argo Rollouts does the same with a label of its own.
  const rolloutsHash = labels['rollouts-pod-template-hash'];
  if (owner.kind === 'ReplicaSet' && rolloutsHash !== undefined && owner.name.endsWith(`-${rolloutsHash}`)) {
    return { kind: 'Rollout', namespace, name: owner.name.slice(0, -rolloutsHash.length - 1) };
  }
  // The CronJob controller names its Jobs CRONJOB-MINUTES, the scheduled time in minutes since 1970.
  const scheduled = owner.kind === 'Job' ? /^(.+)-\d{8}$/u.exec(owner.name)?.[1] : undefined;
  if (scheduled !== undefined) return { kind: 'CronJob', namespace, name: scheduled };
  return { kind: owner.kind, namespace, name: owner.name };
}

export function controller(owners: readonly OwnerReference[]): OwnerReference | undefined {
  return owners.find((owner) => owner.controller) ?? owners[0];
}
