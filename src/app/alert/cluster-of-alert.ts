import type { Clusters } from '../clusters.ts';

/**
 * The connected cluster that an alert means: by the name that the monitoring gives it, else the channel's, else the default
 * one. Undefined when it names another one: an answer from the wrong cluster is worse than none.
 */
export function clusterOfAlert(
  named: string | undefined,
  ofChannel: string | undefined,
  clusters: Pick<Clusters, 'names' | 'defaultName'>,
  clusterNames: ReadonlyMap<string, string> = new Map(),
): string | undefined {
  if (named === undefined) {
    const own = ofChannel ?? clusters.defaultName;
    return own !== undefined && clusters.names.includes(own) ? own : undefined;
  }
  const meant = clusterNames.get(named) ?? named;
  if (clusters.names.includes(meant)) return meant;
  const matching = clusters.names.filter((context) => shortNames(context).includes(meant.toLowerCase()));
  return matching.length === 1 ? matching[0] : undefined;
}

/** What people call the cluster of a context that a tool has named: `gke_PROJECT_ZONE_NAME`, `arn:aws:eks:…:cluster/NAME`, `USER@NAME`, `kind-NAME`. */
function shortNames(context: string): readonly string[] {
  const lower = context.toLowerCase();
  const gke = /^gke_[^_]+_[^_]+_(.+)$/u.exec(lower)?.[1];
  const eks = /:cluster\/(.+)$/u.exec(lower)?.[1];
  const at = /^[^@]+@([^@.]+)(?:\.[^@]*)?$/u.exec(lower)?.[1];
  const local = /^(?:kind|k3d)-(.+)$/u.exec(lower)?.[1];
  return [lower, gke, eks, at, local].filter((one) => one !== undefined);
}
