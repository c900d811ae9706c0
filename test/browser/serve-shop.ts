import { parseWords } from '../../src/core/ask/parse-words.ts';
import { startPlayground } from '../../src/playground/start-playground.ts';
import { liveShop } from '../playground/live-shop.ts';
import { quietLogger } from '../playground/prepared-assistant.ts';

/** What `npm start` serves: the real assistant over the sample cluster with its switches. */
export async function serveShop() {
  let count = 0;
  const { live, assistant } = liveShop(Date.now);
  const playground = await startPlayground({
    assistant,
    parse: parseWords,
    port: 0,
    logger: quietLogger,
    now: Date.now,
    newRequestId: () => `r${(count += 1)}`,
    clusterName: live.reader.cluster,
    live,
  });
  return { ...playground, live };
}
