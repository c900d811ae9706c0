import type { ObjectRef } from './kinds/meta.ts';
import type { ReplicaSet } from './kinds/workload.ts';

const REVISION = 'deployment.kubernetes.io/revision';

/** The ReplicaSets of a Deployment, newest revision first. Empty for other kinds. */
export function revisionsOf(owner: ObjectRef, replicaSets: readonly ReplicaSet[]): readonly ReplicaSet[] {
  if (owner.kind !== 'Deployment') return [];
  return replicaSets
    .filter((set) => set.metadata.owners.some((one) => one.kind === 'Deployment' && one.name === owner.name))
    .toSorted((a, b) => revisionOf(b) - revisionOf(a));
}

export function revisionOf(set: ReplicaSet): number {
  return Number(set.metadata.annotations[REVISION] ?? 0);
}

/** The image that this container had in the revision before the newest; undefined when there is none or it is the same. */
export function formerImage(
  owner: ObjectRef,
  container: { readonly name: string; readonly image: string },
  replicaSets: readonly ReplicaSet[],
): string | undefined {
  return revisionsOf(owner, replicaSets)
    .slice(1)
    .map((set) => {
      const { containers, initContainers } = set.spec.template.spec;
      return [...containers, ...initContainers].find((one) => one.name === container.name)?.image;
    })
    .find((image) => image !== undefined && image !== container.image);
}
