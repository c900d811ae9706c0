import { clusterNamed, type ClusterNames } from '../clusters.ts';

/**
 * The connected cluster that an alert means: by the name that the monitoring gives it, else the channel's, else the default
 * one. Undefined when it names another one: an answer from the wrong cluster is worse than none.
 */
export function clusterOfAlert(
  named: string | undefined,
  ofChannel: string | undefined,
  clusters: ClusterNames,
  clusterNames: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  const meant = named === undefined ? (ofChannel ?? clusters.defaultName) : (clusterNames.get(named) ?? named);
  return meant === undefined ? undefined : clusterNamed(clusters, meant);
}
