import { singleCluster } from '../src/app/clusters.ts';
import { makeAssistant } from '../src/bin/make-assistant.ts';
import { parseWords } from '../src/core/ask/parse-words.ts';
import type { Reader } from '../src/core/model/reader.ts';
import { startFakeSlack } from '../src/playground/fake-slack/start-fake-slack.ts';
import { createSlackApp } from '../src/slack/create-slack-app.ts';

const quiet = { debug() {}, info() {}, warn() {}, error() {} };

/**
 * Runs the work with the bot over this cluster, reached over signed HTTP. `acked` sends a slash command and gives the
 * milliseconds until it is acknowledged; it throws when it is not. Slack is in the same process, which makes it slower
 * than it is. Ends when all that was asked is answered.
 */
export async function withBot<T>(reader: Reader, work: (acked: (words: string) => Promise<number>) => Promise<T>): Promise<T> {
  const signingSecret = 'of-the-bench-0123';
  // A slow acknowledgement is what is measured here, and no failure.
  const slack = await startFakeSlack({ now: Date.now, signingSecret, ackTimeoutMs: 60_000 });
  const { botId, botUserId } = slack.workspace.directory.app;
  let requests = 0;
  const app = createSlackApp({
    assistant: makeAssistant(singleCluster(reader.cluster, () => Promise.resolve(reader))),
    parse: parseWords,
    token: slack.botToken,
    mode: { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' },
    botId,
    botUserId,
    slackApiUrl: slack.apiUrl,
    logger: quiet,
    now: Date.now,
    newRequestId: () => `r${(requests += 1)}`,
    deadlineMs: 60_000,
  });
  const { port } = await app.start();
  slack.connectTo(`http://127.0.0.1:${port}/slack/events`);
  try {
    const result = await work(async (words) => {
      const from = performance.now();
      const { ack } = await slack.sendCommand(words);
      if (!ack.ok) throw new Error(`"${words}" was not acknowledged: ${ack.reason}`);
      return performance.now() - from;
    });
    await app.settled();
    return result;
  } finally {
    await app.stop();
    await slack.stop();
  }
}
