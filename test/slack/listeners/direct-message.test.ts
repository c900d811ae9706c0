import { describe, expect, it } from 'vitest';
import { atSlack, started } from '../support/at-slack.ts';
import { eventBody, ids } from '../support/idle-app.ts';

const at = atSlack();

describe('a direct message', () => {
  const direct = (event: Record<string, unknown>) =>
    eventBody({ type: 'message', channel_type: 'im', channel: ids.direct, ...event });

  it('needs no prefix and is answered below, not in a thread', async () => {
    const app = await started();
    await app.send(direct({ text: 'triage checkout -n shop' }));
    const [card] = at.slack.of('chat.postMessage');
    expect(card).toMatchObject({ channel: ids.direct });
    expect(card).not.toHaveProperty('thread_ts');
  });

  it('answers the open question in words', async () => {
    const app = await started();
    await app.send(direct({ text: 'expose web -n shop' }));
    await app.send(direct({ text: 'The internet!' }));
    expect(app.assistant.asked).toEqual(['expose web -n shop', 'expose web -n shop --audience internet']);
  });

  it('does not lean on what was said long ago', async () => {
    const app = await started();
    await app.send(direct({ text: 'expose web -n shop' }));
    app.pass(11 * 60 * 1_000);
    await app.send(direct({ text: 'the internet' }));
    expect(app.assistant.asked.at(-1)).toBe('ask -- the internet');
  });

  it.each([
    ['an edit', { subtype: 'message_changed', message: { text: 'help' }, previous_message: {} }],
    ['a deletion', { subtype: 'message_deleted', deleted_ts: '1.1', previous_message: {} }],
    ['a join', { subtype: 'channel_join', text: 'joined' }],
    ['another bot', { subtype: 'bot_message', bot_id: 'B2', text: 'help', user: undefined }],
    ['a message that a bot wrote as a user', { bot_id: 'B2', text: 'help' }],
    ['its own message', { user: ids.bot, bot_id: ids.botId, text: 'help' }],
  ])('is not answered when it is %s', async (_, event) => {
    const app = await started();
    await app.send(direct(event));
    expect(at.slack.calls).toEqual([]);
    expect(app.assistant.asked).toEqual([]);
  });
});
