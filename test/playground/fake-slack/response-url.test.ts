import { describe, expect, it } from 'vitest';
import { start } from './start.ts';

const target = { channel: 'C0K8RANDOM', user: 'U0K8YOU', source: undefined };
const post = (url: string, body: object) =>
  fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

describe('a response_url', () => {
  it('answers in private although the app is not in the channel', async () => {
    await using slack = await start();
    const response = await post(slack.fake.slack.responseUrls.issue('commands', target), { text: 'hi' });
    expect(await response.text()).toBe('ok');
    expect(slack.fake.workspace.messages('C0K8RANDOM')).toMatchObject([{ text: 'hi', only: 'U0K8YOU' }]);
  });

  it('works five times', async () => {
    await using slack = await start();
    const url = slack.fake.slack.responseUrls.issue('commands', target);
    const statuses = [];
    for (let n = 0; n < 6; n += 1) statuses.push((await post(url, { text: `${n}` })).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200, 404]);
  });

  it('works for thirty minutes', async () => {
    await using slack = await start();
    const url = slack.fake.slack.responseUrls.issue('commands', target);
    slack.clock.pass(30 * 60_000 + 1);
    expect((await post(url, { text: 'late' })).status).toBe(404);
  });

  it('replaces or deletes the message whose button was pressed', async () => {
    await using slack = await start();
    const { workspace, slack: inner } = slack.fake;
    const card = workspace.post({ channel: 'C0K8RANDOM', user: 'U0K8BOT', text: 'card', only: 'U0K8YOU' });
    const url = inner.responseUrls.issue('actions', {
      ...target,
      source: { ts: card.ts, threadTs: undefined, ephemeral: true },
    });
    await post(url, { text: 'new', replace_original: true });
    expect(workspace.messages('C0K8RANDOM')).toMatchObject([{ ts: card.ts, text: 'new' }]);
    await post(url, { delete_original: true });
    expect(workspace.messages('C0K8RANDOM')).toEqual([]);
  });

  it('says what is wrong with the blocks', async () => {
    await using slack = await start();
    const response = await post(slack.fake.slack.responseUrls.issue('commands', target), {
      text: 'hi',
      blocks: [{ type: 'header' }],
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ error: 'invalid_blocks' });
  });
});
