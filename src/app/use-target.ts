import { clusterNamed, type ClusterNames } from './clusters.ts';

/** What `use CLUSTER[/NAMESPACE]` names; names of clusters may hold slashes themselves. An unknown cluster stays as it is. */
export function useTarget(
  target: string,
  clusters: Pick<ClusterNames, 'names' | 'aliases'>,
): { readonly cluster: string; readonly namespace?: string } {
  const whole = clusterNamed(clusters, target);
  if (whole !== undefined) return { cluster: whole };
  const last = target.lastIndexOf('/');
  const before = last === -1 ? undefined : clusterNamed(clusters, target.slice(0, last));
  if (before !== undefined) return { cluster: before, namespace: target.slice(last + 1) };
  const [cluster = '', namespace] = target.split('/');
  return namespace === undefined ? { cluster } : { cluster, namespace };
}
