import { buildCluster } from '../../src/playground/sample-cluster/build-cluster.ts';
import { shopCluster } from '../../src/playground/sample-cluster/shop.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';
import { withBot } from '../with-bot.ts';

const words = ['triage checkout -n shop', 'scan -A', 'how do I expose web to the internet?', 'explain web -n shop', 'list -A'];

/** Milliseconds until each of `count` signed slash commands that come at once is acknowledged, over the sample cluster. */
export async function slackAcks(count: number): Promise<readonly number[]> {
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: buildCluster(shopCluster) });
  const reader = createFileReader({ files: [{ name: 'shop.json', text }], cluster: 'shop-sample', now: shopCluster.now });
  return withBot(reader, (acked) =>
    Promise.all(Array.from({ length: count }, (_, at) => acked(words[at % words.length] ?? ''))),
  );
}
