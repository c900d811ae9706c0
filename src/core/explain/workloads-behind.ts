import type { ObjectRef } from '../model/kinds/meta.ts';
import { topOwner } from '../model/workloads/top-owner.ts';
import type { Surroundings } from './surroundings.ts';

/** The workloads whose pods are selected, each once; a pod without one is no workload. A Deployment stands for its ReplicaSets. */
export function workloadsBehind({ livePods, snapshot, service }: Surroundings): readonly ObjectRef[] {
  if (!livePods.read) return [];
  const sets = snapshot.in('replicasets', service.metadata.namespace);
  const byName = new Map((sets.read ? sets.value : []).map((set) => [`${set.metadata.namespace}/${set.metadata.name}`, set]));
  const owners = livePods.value.map((pod) => topOwner(pod, byName)).filter((owner) => owner.kind !== 'Pod');
  return [...new Map(owners.map((owner) => [`${owner.kind}/${owner.name}`, owner])).values()];
}
