import { describe, expect, it } from 'vitest';
import { lastMessage, start } from './start.ts';

const GENERAL = 'C0K8GENERAL';
const RANDOM = 'C0K8RANDOM';
const section = (text: string) => ({ type: 'section', text: { type: 'plain_text', text } });

describe('a method refuses', () => {
  it.each([
    ['a message without text and blocks', 'chat.postMessage', { channel: GENERAL }, 'no_text'],
    ['a channel that is not there', 'chat.postMessage', { channel: 'C404', text: 'hi' }, 'channel_not_found'],
    ['a call without a channel', 'chat.postMessage', { text: 'hi' }, 'channel_not_found'],
    ['a channel that the app was not invited to', 'chat.postMessage', { channel: RANDOM, text: 'hi' }, 'not_in_channel'],
    ['blocks that are not JSON', 'chat.postMessage', { channel: GENERAL, text: 'hi', blocks: '[{' }, 'invalid_blocks_format'],
    ['blocks that are no list', 'chat.postMessage', { channel: GENERAL, text: 'hi', blocks: '{}' }, 'invalid_blocks_format'],
    [
      'a section above 3,000 characters',
      'chat.postMessage',
      { channel: GENERAL, text: 'hi', blocks: [section('x'.repeat(3001))] },
      'invalid_blocks',
    ],
    [
      'more than 50 blocks',
      'chat.postMessage',
      { channel: GENERAL, text: 'hi', blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })) },
      'invalid_blocks',
    ],
    [
      'blocks above the whole budget',
      'chat.postMessage',
      { channel: GENERAL, text: 'hi', blocks: Array.from({ length: 6 }, () => section('x'.repeat(2500))) },
      'msg_blocks_too_long',
    ],
    [
      'text beside markdown_text',
      'chat.postMessage',
      { channel: GENERAL, text: 'hi', markdown_text: 'hi' },
      'markdown_text_conflict',
    ],
    [
      'a thread that is not there',
      'chat.postMessage',
      { channel: GENERAL, text: 'hi', thread_ts: '1.000001' },
      'thread_not_found',
    ],
    [
      'a change of a message that is not there',
      'chat.update',
      { channel: GENERAL, ts: '1.000001', text: 'hi' },
      'message_not_found',
    ],
    [
      'an ephemeral message for a stranger',
      'chat.postEphemeral',
      { channel: GENERAL, user: 'U404', text: 'hi' },
      'user_not_in_channel',
    ],
    ['replies of a channel that it is not in', 'conversations.replies', { channel: RANDOM, ts: '1.000001' }, 'not_in_channel'],
    [
      'a scope that it does not have',
      'reactions.add',
      { channel: GENERAL, timestamp: '1.000001', name: 'eyes' },
      'missing_scope',
    ],
    ['a view with a made-up trigger', 'views.open', { trigger_id: 'x', view: {} }, 'invalid_trigger_id'],
    ['a change of a view that is closed', 'views.update', { view_id: 'V404', view: {} }, 'not_found'],
    [
      'a Home tab with the body of a modal',
      'views.publish',
      { user_id: 'U0K8YOU', view: { type: 'modal', blocks: [] } },
      'invalid_arguments',
    ],
    ['an upload without a name', 'files.getUploadURLExternal', { length: 3 }, 'invalid_arguments'],
    ['a file that was never uploaded', 'files.completeUploadExternal', { files: [{ id: 'F404' }] }, 'file_not_found'],
    [
      'a session of an app that is no agent',
      'agents.sessions.setStatus',
      { channel_id: GENERAL, thread_ts: '1.000001', status: 'processing' },
      'missing_scope',
    ],
    ['blocks that Slack would not take', 'blocks.validate', { blocks: [{ type: 'header' }] }, 'invalid_blocks'],
    ['a method that it does not know', 'chat.shout', {}, 'unknown_method'],
    ['a Socket Mode connection by a bot token', 'apps.connections.open', {}, 'not_allowed_token_type'],
  ])('%s', async (_what, method, args, error) => {
    await using slack = await start();
    expect((await slack.call(method, args)).reply).toMatchObject({ ok: false, error });
  });

  it.each([
    ['nobody', '', 'not_authed'],
    ['somebody else', 'xoxb-other', 'invalid_auth'],
    ['the app-level token', 'xapp-playground', 'not_allowed_token_type'],
  ])('a post by %s', async (_who, token, error) => {
    await using slack = await start();
    expect((await slack.call('chat.postMessage', { channel: GENERAL, text: 'hi' }, token)).reply).toMatchObject({
      ok: false,
      error,
    });
  });

  it('says at which place of the blocks the fault is', async () => {
    await using slack = await start();
    const { reply } = await slack.call('chat.postMessage', {
      channel: GENERAL,
      text: 'hi',
      blocks: [{ type: 'divider' }, section('')],
    });
    expect(JSON.stringify(reply['response_metadata'])).toContain('blocks[1]');
  });

  it('a change of somebody else’s message', async () => {
    await using slack = await start();
    const { ts } = slack.fake.sendMessage('mine');
    expect((await slack.call('chat.update', { channel: GENERAL, ts, text: 'yours' })).reply).toMatchObject({
      error: 'cant_update_message',
    });
    expect((await slack.call('chat.delete', { channel: GENERAL, ts })).reply).toMatchObject({ error: 'cant_delete_message' });
  });
});

describe('a message', () => {
  it('gets a ts that strictly grows although the clock stands still', async () => {
    await using slack = await start();
    const posted = await Promise.all(
      Array.from({ length: 20 }, (_, n) => slack.call('chat.postMessage', { channel: GENERAL, text: `${n}` })),
    );
    const all = posted.map(({ reply }) => String(reply['ts']));
    expect(new Set(all).size).toBe(20);
    expect(all.every((ts) => /^\d{10}\.\d{6}$/.test(ts))).toBe(true);
  });

  it('is changed in place and shows it', async () => {
    await using slack = await start();
    const { reply } = await slack.call('chat.postMessage', { channel: '#general', text: 'one' });
    await slack.call('chat.update', { channel: GENERAL, ts: reply['ts'], text: 'two' });
    expect(lastMessage(slack.fake)).toMatchObject({ text: 'two', edited: true, ts: reply['ts'] });
  });

  it('is cut at 40,000 characters with a warning', async () => {
    await using slack = await start();
    const { reply } = await slack.call('chat.postMessage', { channel: GENERAL, text: 'x'.repeat(40_001) });
    expect(reply).toMatchObject({ ok: true, warning: 'message_truncated' });
    expect(lastMessage(slack.fake).text).toHaveLength(40_000);
  });

  it('in a thread is listed by conversations.replies, page by page, without ephemeral ones', async () => {
    await using slack = await start();
    const root = slack.fake.sendMessage('root');
    for (const text of ['a', 'b', 'c']) await slack.call('chat.postMessage', { channel: GENERAL, text, thread_ts: root.ts });
    await slack.call('chat.postEphemeral', { channel: GENERAL, user: 'U0K8YOU', text: 'psst', thread_ts: root.ts });
    const first = await slack.call('conversations.replies', { channel: GENERAL, ts: root.ts, limit: 3 });
    const cursor = (first.reply['response_metadata'] as { next_cursor: string }).next_cursor;
    const second = await slack.call('conversations.replies', { channel: GENERAL, ts: root.ts, limit: 3, cursor });
    const texts = [first, second].flatMap(({ reply }) => (reply['messages'] as { text: string }[]).map((one) => one.text));
    expect(texts).toEqual(['root', 'a', 'b', 'c']);
    expect(second.reply['has_more']).toBe(false);
  });

  it('keeps its metadata to itself until it is asked for', async () => {
    await using slack = await start();
    const metadata = { event_type: 'card', event_payload: { v: 1 } };
    await slack.call('chat.postMessage', { channel: GENERAL, text: 'card', metadata: JSON.stringify(metadata) });
    const plain = await slack.call('conversations.history', { channel: GENERAL });
    const full = await slack.call('conversations.history', { channel: GENERAL, include_all_metadata: true });
    expect(JSON.stringify(plain.reply)).not.toContain('event_type');
    expect(full.reply['messages']).toMatchObject([{ metadata }]);
  });

  it('to a person goes to their direct message', async () => {
    await using slack = await start();
    expect((await slack.call('chat.postMessage', { channel: 'U0K8SAM', text: 'hi' })).reply['channel']).toBe('D0K8SAM');
  });
});

describe('reactions', () => {
  it('are added and removed once', async () => {
    await using slack = await start({ scopes: ['reactions:write'] });
    const { ts } = slack.fake.sendMessage('look');
    const args = { channel: GENERAL, timestamp: ts, name: 'eyes' };
    expect((await slack.call('reactions.add', args)).reply['ok']).toBe(true);
    expect((await slack.call('reactions.add', args)).reply['error']).toBe('already_reacted');
    expect(lastMessage(slack.fake).reactions).toEqual([{ name: 'eyes', users: ['U0K8BOT'] }]);
    expect((await slack.call('reactions.remove', args)).reply['ok']).toBe(true);
    expect((await slack.call('reactions.remove', args)).reply['error']).toBe('no_reaction');
  });
});

describe('trouble on demand', () => {
  it('answers 429 with Retry-After once, then goes on', async () => {
    await using slack = await start();
    slack.fake.troubles.add('chat.postMessage', { status: 429, retryAfterSeconds: 7 });
    const limited = await slack.call('chat.postMessage', { channel: GENERAL, text: 'hi' });
    expect([limited.status, limited.headers.get('retry-after'), limited.reply['error']]).toEqual([429, '7', 'ratelimited']);
    expect((await slack.call('chat.postMessage', { channel: GENERAL, text: 'hi' })).reply['ok']).toBe(true);
  });

  it('can fail after the message stands', async () => {
    await using slack = await start();
    slack.fake.troubles.add('*', { status: 500, after: true });
    expect((await slack.call('chat.postMessage', { channel: GENERAL, text: 'hi' })).status).toBe(500);
    expect(lastMessage(slack.fake).text).toBe('hi');
  });

  it('can leave a call without an answer until the app gives up', async () => {
    await using slack = await start();
    slack.fake.troubles.add('chat.postMessage', { status: 'no-answer', after: true });
    const asking = fetch(`${slack.fake.apiUrl}chat.postMessage`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${slack.fake.botToken}` },
      body: JSON.stringify({ channel: 'C0K8GENERAL', text: 'hello' }),
      signal: AbortSignal.timeout(200),
    });
    await expect(asking).rejects.toThrow(/timeout/u);
    expect(lastMessage(slack.fake).text).toBe('hello');
  });
});

describe('a picture', () => {
  const picture = (id: string) => ({
    channel: 'C0K8GENERAL',
    text: 'path',
    blocks: [{ type: 'image', alt_text: 'path', slack_file: { id } }],
  });

  it('is refused until its file is uploaded', async () => {
    await using slack = await start();
    const { reply } = await slack.call('files.getUploadURLExternal', { filename: 'path.png', length: 3 });
    const id = String(reply['file_id']);
    expect((await slack.call('chat.postMessage', picture(id))).reply['error']).toBe('invalid_blocks');
    await fetch(String(reply['upload_url']), { method: 'POST', body: 'png' });
    expect((await slack.call('chat.postMessage', picture(id))).reply['ok']).toBe(true);
  });
});
