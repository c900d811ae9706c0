import type { ObjectRef } from '../model/kinds/meta.ts';
import type { Pod } from '../model/kinds/pod.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Surroundings } from './surroundings.ts';

/** The workloads whose pods are selected, each once. A Deployment is named instead of its ReplicaSets. */
export function workloadsBehind({ livePods, snapshot }: Surroundings): readonly ObjectRef[] {
  if (!livePods.read) return [];
  const found = new Map<string, ObjectRef>();
  for (const pod of livePods.value) {
    const top = topOwner(pod, snapshot);
    if (top !== undefined) found.set(`${top.kind}/${top.name}`, top);
  }
  return [...found.values()];
}

function topOwner(pod: Pod, snapshot: Snapshot): ObjectRef | undefined {
  const { namespace } = pod.metadata;
  const owner = pod.metadata.owners.find((one) => one.controller);
  if (owner === undefined) return undefined;
  const own = { kind: owner.kind, namespace, name: owner.name };
  if (owner.kind !== 'ReplicaSet') return own;
  const sets = snapshot.in('replicasets', namespace);
  const above = sets.read
    ? sets.value.find((set) => set.metadata.name === owner.name)?.metadata.owners.find((one) => one.controller)
    : undefined;
  return above === undefined ? own : { kind: above.kind, namespace, name: above.name };
}
