import { webApi } from '@slack/bolt';
import { describe, expect, it } from 'vitest';
import { lastMessage, start } from './start.ts';

describe("Slack's own client", () => {
  it('posts blocks, which travel as JSON in a form', async () => {
    await using slack = await start();
    const client = new webApi.WebClient(slack.fake.botToken, { slackApiUrl: slack.fake.apiUrl, retryConfig: { retries: 0 } });
    const posted = await client.apiCall('chat.postMessage', {
      channel: 'C0K8GENERAL',
      text: 'hi',
      blocks: [{ type: 'divider' }],
    });
    expect(posted).toMatchObject({ ts: lastMessage(slack.fake).ts });
    expect(lastMessage(slack.fake).blocks).toMatchObject([{ type: 'divider' }]);
  });

  it('uploads a file in three steps into a thread', async () => {
    await using slack = await start();
    const client = new webApi.WebClient(slack.fake.botToken, { slackApiUrl: slack.fake.apiUrl, retryConfig: { retries: 0 } });
    const root = slack.fake.sendMessage('root');
    await client.files.uploadV2({
      channel_id: 'C0K8GENERAL',
      thread_ts: root.ts,
      filename: 'web.yaml',
      content: 'kind: Service\n',
      snippet_type: 'yaml',
      initial_comment: 'Here.',
    });
    const message = lastMessage(slack.fake);
    expect(message).toMatchObject({ threadTs: root.ts, text: 'Here.' });
    const file = slack.fake.workspace.file(message.files[0] ?? '');
    expect([file?.name, file?.content.toString('utf8'), file?.snippetType]).toEqual(['web.yaml', 'kind: Service\n', 'yaml']);
  });
});
