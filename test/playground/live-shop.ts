import { singleCluster } from '../../src/app/clusters.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { createLiveCluster } from '../../src/playground/sample-cluster/live-cluster.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';

/** The sample cluster with its switches, and the real assistant over it, as `npm start` puts them together. */
export function liveShop(now: () => number) {
  const live = createLiveCluster({
    now,
    toReader: (text, at) => createFileReader({ files: [{ name: 'shop.json', text }], cluster: 'shop-sample', now: at }),
  });
  return { live, assistant: makeAssistant(singleCluster(live.reader.cluster, () => Promise.resolve(live.reader))) };
}
