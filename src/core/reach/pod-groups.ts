import type { ObjectRef } from '../model/kinds/meta.ts';
import type { Pod } from '../model/kinds/pod.ts';
import type { Workload } from '../model/kinds/workload.ts';
import { observed, type Observed } from '../model/observed.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { podPeer, templatePeer, type PodPeer } from '../network-policy/peer.ts';
import { controller, topOwner } from '../model/workloads/top-owner.ts';

/** The pods of one workload; a workload without pods is represented by its template. */
export interface PodGroup {
  readonly ref: ObjectRef;
  readonly pods: readonly PodPeer[];
  /** The name of each pod that exists, in the order of `pods`. Empty for a template. */
  readonly names: readonly string[];
  readonly workload: Workload | undefined;
}

const workloadResources = [
  'deployments',
  'statefulsets',
  'daemonsets',
  'replicasets',
  'replicationcontrollers',
  'jobs',
  'cronjobs',
] as const;

/**
 * Pods by their top owner, by namespace, kind and name; of one namespace, or of all. Pods that were not read are only
 * unread when no workload stands for them.
 */
export function podGroups(snapshot: Snapshot, namespace?: string): Observed<readonly PodGroup[]> {
  const list = <R extends 'pods' | (typeof workloadResources)[number]>(resource: R) =>
    namespace === undefined ? snapshot.all(resource) : snapshot.in(resource, namespace);
  const workloads = workloadResources.flatMap((resource): readonly Workload[] => {
    const read = list(resource);
    return read.read ? read.value : [];
  });
  const replicaSets = new Map(
    workloads.filter(({ kind }) => kind === 'ReplicaSet').map((one) => [`${one.metadata.namespace}/${one.metadata.name}`, one]),
  );
  const groups = new Map<string, { ref: ObjectRef; pods: Pod[]; workload: Workload | undefined }>();
  for (const workload of workloads) {
    if ((workload.kind === 'ReplicaSet' || workload.kind === 'Job') && controller(workload.metadata.owners) !== undefined)
      continue;
    // A Job that has ended makes no more connections.
    if (workload.kind === 'Job' && workload.spec.desired === 0) continue;
    const { namespace: ns, name } = workload.metadata;
    const ref = { kind: workload.kind, namespace: ns, name };
    groups.set(refKey(ref), { ref, pods: [], workload });
  }
  const pods = list('pods');
  for (const pod of pods.read ? pods.value : []) {
    const ref = topOwner(pod, replicaSets);
    const group = groups.get(refKey(ref)) ?? { ref, pods: [], workload: undefined };
    group.pods.push(pod);
    groups.set(refKey(ref), group);
  }
  if (!pods.read && groups.size === 0) return pods;
  return observed([...groups.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, group]) => finish(group)));
}

function finish({ ref, pods, workload }: { ref: ObjectRef; pods: readonly Pod[]; workload: Workload | undefined }): PodGroup {
  if (pods.length === 0 && workload !== undefined) return { ref, pods: [templatePeer(workload)], names: [], workload };
  return { ref, pods: pods.map(podPeer), names: pods.map((pod) => pod.metadata.name), workload };
}

/** Sorts by namespace, then kind, then name. */
export function refKey({ kind, namespace, name }: ObjectRef): string {
  return `${namespace ?? ''}/${kind}/${name}`;
}
