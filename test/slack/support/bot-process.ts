import { parseWords } from '../../../src/core/ask/parse-words.ts';
import { createSlackApp } from '../../../src/slack/create-slack-app.ts';
import { shopAssistant } from './shop-assistant.ts';

/** The bot as a process of its own: `bot-process.ts API_URL TOKEN SIGNING_SECRET`. Sends its port to whoever started it. */
const [slackApiUrl = '', token = '', signingSecret = ''] = process.argv.slice(2);
let requests = 0;
const quiet = () => undefined;
const app = createSlackApp({
  assistant: shopAssistant(),
  parse: parseWords,
  token,
  mode: { kind: 'http', signingSecret, port: 0, host: '127.0.0.1' },
  slackApiUrl,
  logger: { debug: quiet, info: quiet, warn: quiet, error: quiet },
  now: Date.now,
  newRequestId: () => `r${(requests += 1)}`,
  strictPayloads: true,
});
const { port } = await app.start();
process.send?.({ port });
