import type { ObjectRef } from '../kinds/meta.ts';
import type { ReplicaSet } from '../kinds/workload.ts';
import { perList } from '../per-list.ts';

const REVISION = 'deployment.kubernetes.io/revision';

const byDeployment = perList((replicaSets: readonly ReplicaSet[]) =>
  Map.groupBy(replicaSets, ({ metadata }) => {
    const owner = metadata.owners.find((one) => one.kind === 'Deployment');
    return owner === undefined ? '' : `${metadata.namespace}/${owner.name}`;
  }),
);

/** The ReplicaSets of a Deployment, newest revision first. Empty for other kinds. */
export function revisionsOf({ kind, namespace, name }: ObjectRef, replicaSets: readonly ReplicaSet[]): readonly ReplicaSet[] {
  if (kind !== 'Deployment') return [];
  const own = byDeployment(replicaSets).get(`${namespace ?? ''}/${name}`) ?? [];
  return own.toSorted((a, b) => revisionOf(b) - revisionOf(a));
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
