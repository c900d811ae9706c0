import { describe, expect, it } from 'vitest';
import { toButtonValue } from '../../../src/render/slack/button-value.ts';
import { atSlack, shown, started } from '../support/at-slack.ts';
import { eventBody, ids, pressBody, privateMessage } from '../support/idle-app.ts';

const at = atSlack();

describe('"Share here"', () => {
  const share = () => pressBody('share', toButtonValue('triage checkout -n shop'), privateMessage);

  it('posts the card to the channel with who shared it, and takes the private copy away', async () => {
    const app = await started();
    await app.send(share());
    const [card] = at.slack.of('chat.postMessage');
    expect(card).toMatchObject({ channel: ids.channel });
    expect(card).not.toHaveProperty('thread_ts');
    expect(shown(card)).toContain(`"user_id":"${ids.user}"`);
    expect(shown(card)).not.toContain('Share here');
    expect(at.slack.of('respond')).toMatchObject([{ delete_original: true }]);
  });

  it('posts one card for two presses that follow each other at once, and another one later', async () => {
    const app = await started();
    await Promise.all([app.send(share()), app.send(share())]);
    expect(at.slack.of('chat.postMessage')).toHaveLength(1);
    app.pass(10_001);
    await app.send(share());
    expect(at.slack.of('chat.postMessage')).toHaveLength(2);
  });

  it('starts a thread that goes on without a mention', async () => {
    const app = await started();
    await app.send(share());
    await app.send(eventBody({ type: 'message', channel_type: 'channel', thread_ts: '1001.000100', text: 'explain web' }));
    expect(app.assistant.asked.at(-1)).toBe('explain web -n shop');
  });

  it.each(['not_in_channel', 'channel_not_found'])('posts through the response_url when Slack says %s', async (error) => {
    const app = await started();
    at.slack.next('chat.postMessage', error);
    await app.send(share());
    expect(at.slack.of('respond')).toMatchObject([
      { response_type: 'in_channel', replace_original: false },
      { delete_original: true },
    ]);
  });
});
