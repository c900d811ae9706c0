import { describe, expect, it } from 'vitest';
import type { AccessRule } from '../../../src/core/access/access-rule.ts';
import { toButtonValue } from '../../../src/render/slack/button-value.ts';
import { atSlack, started } from '../support/at-slack.ts';
import { commandBody, eventBody, ids, pressBody, privateMessage } from '../support/idle-app.ts';
import { shopAssistant } from '../support/shop-assistant.ts';

const at = atSlack();

/** shop is private. */
const withPrivate = (rules: readonly AccessRule[] = []) =>
  started({
    assistant: shopAssistant(),
    accessSettings: () => ({ requireRules: false, rules, privateNamespaces: ['shop'] }),
  });
const mention = (text: string) => eventBody({ type: 'app_mention', ts: '700.000100', text: `<@${ids.bot}> ${text}` });
const inChannel = () =>
  JSON.stringify(
    [...at.slack.of('chat.postMessage'), ...at.slack.of('chat.update')].filter((one) => one['channel'] === ids.channel),
  );
const channelRule: AccessRule = { effect: 'allow', channels: [ids.channel], namespaces: ['shop'] };

describe('a private namespace', () => {
  it('is answered to the person alone where others read along', async () => {
    const app = await withPrivate();
    await app.send(mention('triage checkout -n shop'));
    expect(inChannel()).not.toContain('chekout');
    const [alone] = at.slack.of('chat.postEphemeral');
    expect(alone).toMatchObject({ channel: ids.channel, user: ids.user, thread_ts: '700.000100' });
    expect(alone?.['text']).toContain('selects app=chekout');
  });

  it('is answered in the thread where the channel has a rule for it, and in direct messages', async () => {
    const app = await withPrivate([channelRule]);
    await app.send(mention('triage checkout -n shop'));
    expect(inChannel()).toContain('chekout');
    await app.send(eventBody({ type: 'message', channel_type: 'im', channel: ids.direct, text: 'triage checkout -n shop' }));
    expect(at.slack.of('chat.postMessage').at(-1)).toMatchObject({ channel: ids.direct });
    expect(at.slack.of('chat.postEphemeral')).toEqual([]);
  });

  it('leaves other namespaces where they were, and is not named there', async () => {
    const app = await withPrivate();
    await app.send(mention('list -A'));
    expect(inChannel()).toContain('in the namespaces that are open to you here');
    expect(inChannel()).not.toContain('shop');
    await app.send(commandBody('list -A'));
    expect(JSON.stringify(at.slack.of('respond'))).toContain('shop');
  });

  it('is not shared by whoever may not', async () => {
    const app = await withPrivate();
    await app.send(pressBody('share', toButtonValue('triage checkout -n shop'), privateMessage));
    expect(inChannel()).toBe('[]');
    expect(at.slack.of('respond')[0]?.['text']).toContain('namespace shop is private');
  });

  it('is shared by whoever may', async () => {
    const app = await withPrivate([{ effect: 'allow', users: [ids.user], namespaces: ['shop'], verbs: ['share'] }]);
    await app.send(pressBody('share', toButtonValue('triage checkout -n shop'), privateMessage));
    expect(inChannel()).toContain('chekout');
  });

  it('is watched in direct messages', async () => {
    const app = await withPrivate();
    await app.send(mention('watch checkout -n shop'));
    expect(inChannel()).not.toContain('chekout');
    expect(at.slack.of('chat.postMessage')[0]).toMatchObject({ channel: ids.user });
    expect(at.slack.of('chat.postEphemeral')[0]?.['text']).toContain('in your direct messages');
    await app.stop(0);
  });

  it('takes the place of no public question', async () => {
    const app = await withPrivate();
    await app.send(pressBody('choose.0', toButtonValue('triage checkout -n shop')));
    expect(inChannel()).toContain('only the person who asked sees the answer');
    expect(inChannel()).not.toContain('chekout');
    expect(at.slack.of('chat.postEphemeral')[0]?.['text']).toContain('chekout');
  });

  it.each([
    ['picture', 'triage checkout -n shop'],
    ['file', 'manifest ClusterIP web -n shop'],
  ])('is not brought to a thread as a %s', async (action, words) => {
    const app = await withPrivate();
    await app.send(pressBody(action, toButtonValue(words)));
    expect(inChannel()).toContain('This is about a private namespace, which is not shown here.');
    expect(inChannel()).not.toMatch(/chekout|8080/u);
    expect(at.slack.of('files.getUploadURLExternal')).toEqual([]);
  });

  it('is not named while it is being read', async () => {
    const told: (string | undefined)[] = [];
    const app = await started({
      assistant: {
        answer: (request, { progress }) => {
          told.push(progress === undefined ? 'nothing' : 'something');
          return shopAssistant().answer(request, { signal: AbortSignal.timeout(5_000), requestId: 'r' });
        },
      },
      accessSettings: () => ({ requireRules: false, rules: [], privateNamespaces: ['shop'] }),
    });
    await app.send(mention('scan -n shop'));
    await app.send(commandBody('scan -n shop'));
    expect(told).toEqual(['nothing', 'something']);
  });
});
