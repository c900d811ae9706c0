import { createAlertLocator } from '../../src/app/alert/locate-alert.ts';
import { singleCluster } from '../../src/app/clusters.ts';
import { drawPng } from '../../src/bin/draw-png.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { startPlayground } from '../../src/playground/start-playground.ts';
import { liveShop } from '../playground/live-shop.ts';
import { quietLogger } from '../playground/prepared-assistant.ts';

/** What `npm start` serves: the real assistant over the sample cluster with its switches. */
export async function serveShop() {
  let count = 0;
  const { live, assistant } = liveShop(Date.now);
  const clusters = singleCluster(live.reader.cluster, () => Promise.resolve(live.reader));
  const playground = await startPlayground({
    assistant,
    parse: parseWords,
    port: 0,
    logger: quietLogger,
    now: Date.now,
    newRequestId: () => `r${(count += 1)}`,
    clusterName: live.reader.cluster,
    live,
    locateAlert: createAlertLocator({ clusters }),
    drawPng,
  });
  return { ...playground, live };
}
