import type { Clusters } from '../app/clusters.ts';
import { manyClusters, type ClusterEntry } from '../app/many-clusters.ts';
import type { ClustersConfig } from '../config/sections/clusters.ts';
import { createContextNames } from '../read/cluster/kubeconfig-contexts.ts';
import { clustersInFolder } from '../read/cluster/kubeconfig-folder.ts';
import type { KubeConfigChoice } from '../read/cluster/kube-config.ts';
import { openReader, type ReadWith } from './open-reader.ts';

/** A request asks for the names several times; a folder is looked through once in this time. */
const LOOK_EVERY_MS = 1_000;

/** The clusters of the section `clusters`: the list, then what the folder holds of now under other names. */
export function configuredClusters(config: ClustersConfig, defaultFiles: readonly string[], readWith?: ReadWith): Clusters {
  const contextsOf = createContextNames();
  const listed = config.list.map((one): ClusterEntry => {
    const choice: KubeConfigChoice = {
      ...(one.kubeconfig === undefined ? { defaultFiles } : { file: one.kubeconfig }),
      ...(one.context === undefined ? {} : { context: one.context }),
      ...(one.inCluster ? { inCluster: true } : {}),
    };
    return {
      name: one.name,
      aliases: one.aliases,
      deadlineMs: one.deadlineMs ?? config.deadlineMs,
      source: JSON.stringify(choice),
      open: () => openReader(one.name, choice, readWith),
    };
  });
  const taken = new Set(listed.flatMap(({ name, aliases }) => [name, ...aliases]));
  let looked: { readonly at: number; readonly entries: readonly ClusterEntry[] } | undefined;

  function entries(): readonly ClusterEntry[] {
    if (config.folder === undefined) return listed;
    if (looked !== undefined && Date.now() - looked.at < LOOK_EVERY_MS) return looked.entries;
    const inFolder = clustersInFolder(config.folder, contextsOf).flatMap(({ name, aliases, file, context }): ClusterEntry[] =>
      taken.has(name)
        ? []
        : [
            {
              name,
              aliases: aliases.filter((alias) => !taken.has(alias)),
              deadlineMs: config.deadlineMs,
              source: JSON.stringify([file, context]),
              open: () => openReader(name, { file, context }, readWith),
            },
          ],
    );
    looked = { at: Date.now(), entries: [...listed, ...inFolder] };
    return looked.entries;
  }

  return manyClusters({ entries, preferred: () => config.default, now: () => Date.now() });
}
