import { describe, expect, it } from 'vitest';
import { atSlack, started } from '../support/at-slack.ts';
import { eventBody, ids } from '../support/idle-app.ts';

const at = atSlack();

describe('a reply in a thread', () => {
  const thread = { type: 'message', channel_type: 'channel', thread_ts: '80.000100' };
  const mention = eventBody({ type: 'app_mention', text: `<@${ids.bot}> triage checkout -n shop`, ts: '80.000100' });

  it('goes on without a mention where k8s-svc has answered, and keeps the namespace', async () => {
    const app = await started();
    await app.send({ ...mention, event_id: 'EvA' });
    await app.send(eventBody({ ...thread, text: 'explain web' }));
    expect(app.assistant.asked).toEqual(['triage checkout -n shop', 'explain web -n shop']);
    expect(at.slack.of('chat.postMessage').at(-1)).toMatchObject({ thread_ts: '80.000100' });
  });

  it('leaves people who talk with each other alone', async () => {
    const app = await started();
    await app.send({ ...mention, event_id: 'EvB', event: { ...(mention['event'] as object), ts: '81.1' } });
    for (const text of ['thanks, looks good', 'can you take the pods?', '<@U2OTHER> is the service back?', 'lunch?']) {
      await app.send(eventBody({ ...thread, thread_ts: '81.1', text }));
    }
    expect(app.assistant.asked).toEqual(['triage checkout -n shop']);
  });

  it('is nothing to it in a thread of others, which it reads once', async () => {
    const app = await started();
    await app.send(eventBody({ ...thread, thread_ts: '90.000100', text: 'why is the service down?' }));
    await app.send(eventBody({ ...thread, thread_ts: '90.000100', text: 'which port does the service use?' }));
    expect(at.slack.of('conversations.replies')).toHaveLength(1);
    expect(at.slack.of('chat.postMessage')).toEqual([]);
  });

  it('outside of any thread is nothing to it', async () => {
    const app = await started();
    await app.send(eventBody({ type: 'message', channel_type: 'channel', text: 'why is the service down?' }));
    expect(at.slack.calls).toEqual([]);
  });
});
