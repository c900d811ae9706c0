import { singleCluster } from '../src/app/clusters.ts';
import { makeAssistant } from '../src/bin/make-assistant.ts';
import { parseWords } from '../src/core/ask/parse-words.ts';
import { startFakeSlack } from '../src/playground/fake-slack/start-fake-slack.ts';
import { buildCluster } from '../src/playground/sample-cluster/build-cluster.ts';
import { shopCluster } from '../src/playground/sample-cluster/shop.ts';
import { createFileReader } from '../src/read/files/file-reader.ts';
import { createSlackApp } from '../src/slack/create-slack-app.ts';

const words = ['triage checkout -n shop', 'scan -A', 'how do I expose web to the internet?', 'explain web -n shop', 'list -A'];
const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Milliseconds until each of `count` signed slash commands that come at once is acknowledged, the quickest first, over HTTP and
 * the sample cluster. Slack is in the same process, which makes it slower than it is. Throws when one is not acknowledged.
 */
export async function slackAcks(count: number): Promise<readonly number[]> {
  const signingSecret = 'of-the-bench';
  const slack = await startFakeSlack({ now: Date.now, signingSecret });
  const text = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: buildCluster(shopCluster) });
  const reader = createFileReader({ files: [{ name: 'shop.json', text }], cluster: 'shop-sample', now: shopCluster.now });
  const { botId, botUserId } = slack.workspace.directory.app;
  let requests = 0;
  const app = createSlackApp({
    assistant: makeAssistant(singleCluster('shop-sample', () => Promise.resolve(reader))),
    parse: parseWords,
    token: slack.botToken,
    mode: { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' },
    botId,
    botUserId,
    slackApiUrl: slack.apiUrl,
    logger: quiet,
    now: Date.now,
    newRequestId: () => `r${(requests += 1)}`,
  });
  const { port } = await app.start();
  slack.connectTo(`http://127.0.0.1:${port}/slack/events`);
  const acked = async (at: number): Promise<number> => {
    const from = performance.now();
    const { ack } = await slack.sendCommand(words[at % words.length] ?? '');
    if (!ack.ok) throw new Error(`command ${at} was not acknowledged: ${ack.reason}`);
    return performance.now() - from;
  };
  try {
    const times = await Promise.all(Array.from({ length: count }, (_, at) => acked(at)));
    await app.settled();
    return times.toSorted((a, b) => a - b);
  } finally {
    await app.stop();
    await slack.stop();
  }
}
