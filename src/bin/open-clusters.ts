import { basename } from 'node:path';
import { DEFAULT_TIMEOUT_MS } from '../cli/deps.ts';
import { noClusters, singleCluster, type Clusters } from '../app/clusters.ts';
import type { ClustersConfig } from '../config/sections/clusters.ts';
import { kubeconfigFiles } from '../config/kubeconfig-files.ts';
import type { TerminalOptions } from '../cli/terminal-flags.ts';
import { configuredClusters } from './configured-clusters.ts';
import { contextClusters } from './context-clusters.ts';
import type { ReadWith } from './open-reader.ts';

type Choice = Pick<TerminalOptions, 'from' | 'kubeconfig' | 'context' | 'offline' | 'now' | 'timeoutMs'>;

/** Of the time of a request, so that a scan of all clusters can still tell of the one that is silent. */
const ofTheWhole = 0.8;

/**
 * The clusters that the flags mean: none, a dump, or the contexts of a kubeconfig; without such flags those of the
 * configuration. Nothing big is loaded and nothing is opened before it is asked.
 */
export function openClusters(
  choice: Choice,
  readStdin: () => Promise<string>,
  config?: ClustersConfig,
  readWith?: ReadWith,
): Clusters {
  if (choice.offline) return noClusters;
  if (choice.from.length > 0) return dump(choice, readStdin);
  const files = kubeconfigFiles(process.env);
  const chosen = choice.kubeconfig !== undefined || choice.context !== undefined;
  if (!chosen && config !== undefined && (config.list.length > 0 || config.folder !== undefined)) {
    return configuredClusters(config, files, readWith);
  }
  const preferred = choice.context ?? (choice.kubeconfig === undefined ? config?.default : undefined);
  const deadlineMs = config?.deadlineMs ?? (choice.timeoutMs ?? DEFAULT_TIMEOUT_MS) * ofTheWhole;
  return contextClusters({
    files: choice.kubeconfig === undefined ? files : [choice.kubeconfig],
    ...(choice.kubeconfig === undefined ? {} : { kubeconfig: choice.kubeconfig }),
    ...(preferred === undefined ? {} : { context: preferred }),
    deadlineMs,
    ...(readWith === undefined ? {} : { readWith }),
  });
}

function dump({ from, now }: Choice, readStdin: () => Promise<string>): Clusters {
  const name = from.map((path) => (path === '-' ? 'standard input' : basename(path))).join(', ');
  return singleCluster(name, async () => {
    const [{ loadDumpFiles }, { createFileReader }] = await Promise.all([
      import('../read/files/load-dump-files.ts'),
      import('../read/files/file-reader.ts'),
    ]);
    const files = await loadDumpFiles(from, readStdin);
    return createFileReader({ files, cluster: name, ...(now === undefined ? {} : { now }) });
  });
}
