import type { Reader } from '../core/model/reader.ts';
import type { ClusterCaches } from './cluster-caches.ts';
import { openConfigSource } from '../read/cluster/config-source.ts';
import type { ApiCall } from '../read/cluster/connection.ts';
import type { KubeConfigChoice } from '../read/cluster/kube-config.ts';

/** What every reader of this process shares. */
export interface ReadWith {
  readonly caches?: ClusterCaches | undefined;
  /** Told of each request to an API server. */
  readonly onCall?: ((call: ApiCall) => void) | undefined;
}

/** A reader of one cluster that lives on through new tokens, certificates and kubeconfigs. Loads the client, which is slow. */
export async function openReader(
  name: string | undefined,
  choice: KubeConfigChoice,
  { caches, onCall }: ReadWith = {},
): Promise<Reader> {
  const [{ loadKubeConfig }, { createClusterReader }] = await Promise.all([
    import('../read/cluster/kube-config.ts'),
    import('../read/cluster/cluster-reader.ts'),
  ]);
  const now = () => Date.now();
  const files = choice.inCluster === true ? [] : choice.file === undefined ? (choice.defaultFiles ?? []) : [choice.file];
  const source = await openConfigSource({ load: () => loadKubeConfig(choice), files, now });
  const config = await source.current();
  const cache = await caches?.open({ config, source, name: name ?? config.getCurrentContext() });
  return createClusterReader({
    config,
    source,
    now,
    ...(name === undefined ? {} : { name }),
    ...(cache === undefined ? {} : { cache }),
    ...(onCall === undefined ? {} : { onCall }),
  });
}
