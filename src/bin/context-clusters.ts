import { existsSync } from 'node:fs';
import type { Clusters } from '../app/clusters.ts';
import { manyClusters, type ClusterEntry } from '../app/many-clusters.ts';
import { createContextNames } from '../read/cluster/kubeconfig-contexts.ts';
import { openReader, type ReadWith } from './open-reader.ts';

const SERVICE_ACCOUNT_TOKEN = '/var/run/secrets/kubernetes.io/serviceaccount/token';

export interface ContextChoice {
  /** The kubeconfig files, as kubectl merges them. */
  readonly files: readonly string[];
  /** The one file that was asked for. */
  readonly kubeconfig?: string;
  /** The default; the current context when absent. */
  readonly context?: string;
  readonly deadlineMs?: number;
  readonly readWith?: ReadWith;
}

/** Every context of the kubeconfig is a cluster; without a kubeconfig, the cluster of the pod that this runs in. */
export function contextClusters({ files, kubeconfig, context, deadlineMs, readWith }: ContextChoice): Clusters {
  const contextsOf = createContextNames();
  const where = kubeconfig === undefined ? { defaultFiles: files } : { file: kubeconfig };
  const more = deadlineMs === undefined ? {} : { deadlineMs };
  const found = () => files.flatMap((file) => contextsOf(file) ?? []);
  const preferred = () => context ?? found().find(({ current }) => current !== undefined)?.current;

  function entries(): readonly ClusterEntry[] {
    const names = [...new Set(found().flatMap(({ contexts }) => contexts))];
    const wanted = preferred();
    // One that is not there, or none at all, is an error to be said when it is opened.
    const all = wanted === undefined || names.includes(wanted) ? names : [wanted, ...names];
    if (all.length > 0)
      return all.map((name) => ({
        name,
        aliases: [],
        source: name,
        open: () => openReader(undefined, { ...where, context: name }, readWith),
        ...more,
      }));
    if (kubeconfig === undefined && existsSync(SERVICE_ACCOUNT_TOKEN)) {
      return [
        {
          name: 'in-cluster',
          aliases: [],
          source: 'in-cluster',
          open: () => openReader('in-cluster', { inCluster: true }, readWith),
          ...more,
        },
      ];
    }
    return [
      {
        name: 'the current context',
        aliases: [],
        source: 'none',
        open: () => openReader(undefined, where, readWith),
        ...more,
      },
    ];
  }

  return manyClusters({ entries, preferred, now: () => Date.now() });
}
