import { describe, expect, it } from 'vitest';
import { atSlack, shown, started } from '../support/at-slack.ts';
import { eventBody, ids } from '../support/idle-app.ts';

const at = atSlack();

describe('a mention', () => {
  it('is answered in a thread under it', async () => {
    const app = await started();
    await app.send(eventBody({ type: 'app_mention', text: `<@${ids.bot}> triage checkout -n shop`, ts: '77.000100' }));
    expect(app.assistant.asked).toEqual(['triage checkout -n shop']);
    expect(at.slack.of('chat.postMessage')).toMatchObject([
      { channel: ids.channel, thread_ts: '77.000100', unfurl_links: 'false', unfurl_media: 'false' },
    ]);
  });

  it('is answered in its thread when it stands in one', async () => {
    const app = await started();
    await app.send(eventBody({ type: 'app_mention', text: `hey <@${ids.bot}>, help`, ts: '77.1', thread_ts: '70.000100' }));
    expect(at.slack.of('chat.postMessage')).toMatchObject([{ thread_ts: '70.000100' }]);
  });

  it('is answered once though it also comes as a message event', async () => {
    const app = await started();
    const said = { text: `<@${ids.bot}> help`, ts: '78.000100' };
    await app.send(eventBody({ type: 'app_mention', ...said }));
    await app.send(eventBody({ type: 'message', channel_type: 'channel', thread_ts: '70.000100', ...said }));
    expect(at.slack.of('chat.postMessage')).toHaveLength(1);
  });

  it('is answered once when Slack sends the event again', async () => {
    const app = await started();
    const body = eventBody({ type: 'app_mention', text: `<@${ids.bot}> help` });
    await app.send(body);
    await app.send(body);
    expect(at.slack.of('chat.postMessage')).toHaveLength(1);
  });

  it('of another bot is not answered: two bots would talk forever', async () => {
    const app = await started();
    await app.send(eventBody({ type: 'app_mention', text: `<@${ids.bot}> help`, bot_id: 'B2' }));
    expect(at.slack.calls).toEqual([]);
  });

  it.each([
    ['', 'Why does this not work?'],
    ['why?', 'why?'],
    ['what is wrong with this', 'what is wrong with this'],
  ])('"%s" in the thread of an alert is about that alert', async (words, asked) => {
    const app = await started();
    at.slack.replies = [{ user: 'U2OTHER', text: '', attachments: [{ title: 'KubeServiceDown', text: 'checkout in shop' }] }];
    await app.send(eventBody({ type: 'app_mention', text: `<@${ids.bot}> ${words}`, thread_ts: '70.000100' }));
    expect(app.assistant.requests).toEqual([{ verb: 'ask', text: `${asked}\nKubeServiceDown\ncheckout in shop`, known: {} }]);
  });

  it('that stands for itself in the thread of an alert is not', async () => {
    const app = await started();
    at.slack.replies = [{ user: 'U2OTHER', text: 'checkout is down' }];
    await app.send(eventBody({ type: 'app_mention', text: `<@${ids.bot}> triage web -n shop`, thread_ts: '70.000100' }));
    expect(app.assistant.asked).toEqual(['triage web -n shop']);
  });

  it('puts long YAML into a file of the thread', async () => {
    const app = await started();
    at.slack.next('files.getUploadURLExternal', 'missing_scope');
    await app.send(eventBody({ type: 'app_mention', text: `<@${ids.bot}> manifest LoadBalancer web -n shop`, ts: '79.1' }));
    const [card, sorry] = at.slack.of('chat.postMessage');
    expect(shown(card)).toContain('275 more lines: the whole is in the file web-service.yaml.');
    expect(at.slack.of('files.getUploadURLExternal')).toMatchObject([{ filename: 'web-service.yaml', snippet_type: 'yaml' }]);
    expect(sorry).toMatchObject({ thread_ts: '79.1' });
    expect(sorry?.['text']).toContain('web-service.yaml could not be attached: the app lacks the scope files:write');
  });
});
