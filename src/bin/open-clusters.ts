import { basename } from 'node:path';
import { noClusters, singleCluster, type Clusters } from '../app/clusters.ts';
import { kubeconfigFiles } from '../config/kubeconfig-files.ts';
import type { TerminalOptions } from '../cli/terminal-flags.ts';
import type { ApiCall } from '../read/cluster/connection.ts';

type Choice = Pick<TerminalOptions, 'from' | 'kubeconfig' | 'context' | 'offline' | 'now'>;

/** The cluster that the flags mean: none, a dump, or a context of the kubeconfig. Nothing big is loaded before it is asked. */
export function openClusters(choice: Choice, readStdin: () => Promise<string>, onCall?: (call: ApiCall) => void): Clusters {
  if (choice.offline) return noClusters;
  if (choice.from.length > 0) return dump(choice, readStdin);
  return singleContext(choice, onCall);
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

/** The default is the context given or the kubeconfig's own; `--cluster` may name any other context of it. */
function singleContext({ kubeconfig, context }: Choice, onCall: ((call: ApiCall) => void) | undefined): Clusters {
  const name = context ?? 'the current context';
  return singleCluster(name, async () => {
    const [{ loadKubeConfig }, { createClusterReader }] = await Promise.all([
      import('../read/cluster/kube-config.ts'),
      import('../read/cluster/cluster-reader.ts'),
    ]);
    const config = await loadKubeConfig({
      defaultFiles: kubeconfigFiles(process.env),
      ...(kubeconfig === undefined ? {} : { file: kubeconfig }),
      ...(context === undefined ? {} : { context }),
    });
    return createClusterReader({ config, now: () => Date.now(), ...(onCall !== undefined && { onCall }) });
  });
}
