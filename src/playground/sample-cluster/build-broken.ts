import { buildCluster } from './build-cluster.ts';
import type { ClusterDescription, KubernetesObject } from './description.ts';
import type { Fault } from './faults/fault.ts';

/** The objects of a cluster with these faults in it, as the API would list them at `now` (epoch milliseconds). */
export function buildBroken(cluster: ClusterDescription, faults: readonly Fault[], now: number): readonly KubernetesObject[] {
  const described = faults.reduce((before, fault) => fault.describe?.(before) ?? before, { ...cluster, now });
  return faults.reduce((before, fault) => fault.objects?.(before, now) ?? before, buildCluster(described));
}
