import { describe, expect, it } from 'vitest';
import { atSlack, started } from '../support/at-slack.ts';
import { ids } from '../support/idle-app.ts';

const at = atSlack();

describe('the message shortcut', () => {
  const shortcut = (message: Record<string, unknown>) => ({
    type: 'message_action',
    callback_id: 'triage_message',
    team: { id: ids.team },
    user: { id: ids.user, team_id: ids.team },
    channel: { id: ids.channel, name: 'oncall' },
    message: { type: 'message', ts: '60.000100', ...message },
    trigger_id: `t-${JSON.stringify(message)}`,
    response_url: 'https://hooks.at.slack.com/app/T1/1/abc',
  });

  it('triages what the message names, in its thread', async () => {
    const app = await started();
    const attachments = [
      {
        title: 'KubeServiceDown',
        text: 'service <https://x.example|checkout> in shop',
        fields: [{ title: 'severity', value: 'page' }],
      },
    ];
    expect(await app.send(shortcut({ text: '', attachments }))).toBeUndefined();
    expect(app.assistant.requests).toEqual([
      { verb: 'ask', text: 'Why does this not work?\nKubeServiceDown\nservice checkout in shop\nseverity: page', known: {} },
    ]);
    expect(at.slack.of('chat.postMessage')).toMatchObject([{ channel: ids.channel, thread_ts: '60.000100' }]);
  });

  it('says so when there is nothing to read', async () => {
    const app = await started();
    await app.send(shortcut({ text: '  ' }));
    expect(at.slack.of('chat.postMessage')[0]?.['text']).toContain('no text to triage');
  });

  it('answers in a direct message where the bot is no member', async () => {
    const app = await started();
    at.slack.next('chat.postMessage', 'not_in_channel');
    await app.send(shortcut({ text: 'checkout is down' }));
    expect(at.slack.of('chat.postMessage').map((call) => call['channel'])).toEqual([ids.channel, ids.user]);
  });
});
