import type { Assistant } from '../app/assistant.ts';
import { createAlertLocator } from '../app/alert/locate-alert.ts';
import type { Clusters } from '../app/clusters.ts';
import type { Config } from '../config/config.ts';
import { parseWords } from '../core/ask/parse-words.ts';
import { createFileReader } from '../read/files/file-reader.ts';
import type { LiveCluster } from '../playground/sample-cluster/live-cluster.ts';
import type { SlackLogger } from '../slack/logger.ts';
import { drawPng } from './draw-png.ts';
import type { Running } from './running.ts';
import type { Observing } from './start-observing.ts';

/** The playground page, over `live` where it plays the sample cluster. */
export async function startPage(
  config: Config,
  assistant: Assistant,
  clusters: Clusters,
  logger: SlackLogger,
  newRequestId: () => string,
  live: LiveCluster | undefined,
  { observer }: Observing,
): Promise<Running> {
  const [{ startPlayground }, { anyClusterExamples }] = await Promise.all([
    import('../playground/start-playground.ts'),
    import('../playground/page/examples.ts'),
  ]);
  const page = await startPlayground({
    assistant,
    parse: parseWords,
    port: config.port,
    host: config.host ?? '127.0.0.1',
    logger,
    now: () => Date.now(),
    newRequestId,
    observer,
    drawPng,
    clusterName: clusters.defaultName ?? 'no cluster',
    locateAlert: createAlertLocator({ clusters, clusterNames: () => config.alerts.clusterNames }),
    ...(live === undefined ? { examples: anyClusterExamples } : { live }),
  });
  const sample = live !== undefined;
  const over = sample ? 'a sample cluster' : clusters.defaultName;
  return {
    say: `k8s-svc playground: ${page.url}  (over ${over}; Ctrl-C ends it)\nTry: /k8s-svc ${sample ? 'triage checkout -n shop' : 'scan -A'}\n`,
    stop: () => page.stop(),
  };
}

/** The cluster of the page when nobody has chosen one: it can be broken and mended by switches. */
export async function sampleCluster(): Promise<LiveCluster> {
  const { createLiveCluster } = await import('../playground/sample-cluster/live-cluster.ts');
  return createLiveCluster({
    now: () => Date.now(),
    toReader: (text, now) => createFileReader({ files: [{ name: 'shop.json', text }], cluster: 'shop-sample', now }),
  });
}
