import type { Reader } from '../core/model/reader.ts';
import type { ApiCall } from '../read/cluster/connection.ts';
import type { KubeConfigChoice } from '../read/cluster/kube-config.ts';

/** A reader of one cluster that lives on through new tokens, certificates and kubeconfigs. Loads the client, which is slow. */
export async function openReader(
  name: string | undefined,
  choice: KubeConfigChoice,
  onCall?: (call: ApiCall) => void,
): Promise<Reader> {
  const [{ loadKubeConfig }, { openConfigSource }, { createClusterReader }] = await Promise.all([
    import('../read/cluster/kube-config.ts'),
    import('../read/cluster/config-source.ts'),
    import('../read/cluster/cluster-reader.ts'),
  ]);
  const now = () => Date.now();
  const files = choice.inCluster === true ? [] : choice.file === undefined ? (choice.defaultFiles ?? []) : [choice.file];
  const source = await openConfigSource({ load: () => loadKubeConfig(choice), files, now });
  return createClusterReader({
    config: await source.current(),
    source,
    now,
    ...(name === undefined ? {} : { name }),
    ...(onCall !== undefined && { onCall }),
  });
}
