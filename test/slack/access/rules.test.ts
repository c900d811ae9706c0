import { describe, expect, it } from 'vitest';
import type { AccessPolicy, AccessRule } from '../../../src/core/access/access-rule.ts';
import { toButtonValue } from '../../../src/render/slack/button-value.ts';
import { atSlack, started } from '../support/at-slack.ts';
import { commandBody, eventBody, ids, pressBody } from '../support/idle-app.ts';
import { shopAssistant } from '../support/shop-assistant.ts';

const at = atSlack();
const stranger = 'U9STRANGER';

/** The bot over a cluster with checkout in shop and in prod; the rules are read at each request. */
async function withRules(first: readonly AccessRule[], more: Partial<AccessPolicy> = {}) {
  let rules = first;
  const app = await started({
    assistant: shopAssistant(),
    accessSettings: () => ({ requireRules: true, contact: '#platform', rules, privateNamespaces: [], ...more }),
  });
  return { ...app, become: (next: readonly AccessRule[]) => void (rules = next) };
}

const said = () => [...at.slack.of('chat.postMessage'), ...at.slack.of('respond')].map((call) => String(call['text']));
const refusedIn = (namespace: string) => `Cluster test, namespace ${namespace} is not open to you here (triage).`;
const onlyJane: readonly AccessRule[] = [{ effect: 'allow', users: [ids.user], channels: [ids.channel], namespaces: ['shop'] }];

describe('rules of who may ask', () => {
  it('hold for the slash command: who, where and what', async () => {
    const app = await withRules(onlyJane);
    const ask = async (words: string, more: Record<string, unknown> = {}) => {
      await app.send(commandBody(words, more));
      return said().at(-1);
    };
    expect(await ask('triage checkout -n shop')).toContain('selects app=chekout');
    expect(await ask('triage checkout -n prod')).toContain(refusedIn('prod'));
    expect(await ask('triage checkout -n shop', { user_id: stranger })).toContain('Cluster test is not open to you here');
    expect(await ask('triage checkout -n shop', { channel_id: 'C2' })).toContain('Cluster test is not open to you here');
    expect(await ask('help')).toContain('Kubernetes Service expert');
  });

  it('name what is missing and whom to ask', async () => {
    const app = await withRules(onlyJane);
    await app.send(commandBody('triage checkout -n prod'));
    const shown = JSON.stringify(at.slack.of('respond')[0]?.['blocks']);
    expect(shown).toContain(`Missing: a rule that allows it for you (${ids.user}) or this channel (${ids.channel}).`);
    expect(shown).toContain('Ask #platform to open it.');
  });

  it('hold for a mention, also for what it only amounts to', async () => {
    const app = await withRules([{ effect: 'allow', verbs: ['ask', 'explain'] }]);
    await app.send(eventBody({ type: 'app_mention', text: `<@${ids.bot}> triage checkout in prod` }));
    expect(said()[0]).toContain('Cluster test is not open to you here (triage).');
  });

  it('count the default of the channel, not only what was typed', async () => {
    const app = await withRules([{ effect: 'allow', namespaces: ['shop'] }]);
    app.become([{ effect: 'allow' }]);
    await app.send(commandBody('use test/prod'));
    app.become([{ effect: 'allow', namespaces: ['shop'] }]);
    await app.send(commandBody('triage checkout'));
    expect(said().at(-1)).toContain(refusedIn('prod'));
  });

  it('hold for `use`', async () => {
    const app = await withRules([{ effect: 'allow', namespaces: ['shop'] }]);
    await app.send(commandBody('use test/prod'));
    await app.send(commandBody('triage checkout'));
    expect(said()[0]).toContain('namespace prod is not open to you here (use)');
    expect(said()[1]).toContain('selects app=chekout');
  });

  it.each([
    ['a stranger', 'shop', { user: { id: stranger, team_id: ids.team } }, 'Cluster test is not open to you here (watch).'],
    ['somebody else there', 'prod', {}, 'Cluster test, namespace prod is not open to you here (watch).'],
  ])('hold for "Stop" of a watch: %s may not end what others follow', async (_, namespace, who, refusal) => {
    const app = await withRules(onlyJane);
    await app.send(pressBody('watch.stop', toButtonValue(`watch checkout -n ${namespace}`), who));
    expect(said()).toEqual([expect.stringContaining(refusal)]);
  });

  it.each([
    ['run.0', 'triage checkout -n shop'],
    ['choose.0', 'triage checkout -n shop'],
    ['picture', 'triage checkout -n shop'],
    ['watch.on', 'watch checkout -n shop'],
    ['file', 'manifest ClusterIP web -n shop'],
  ])('hold for whoever presses a button, at the time of the press: %s', async (action, words) => {
    const app = await withRules(onlyJane);
    await app.send(pressBody(action, toButtonValue(words), { user: { id: stranger, team_id: ids.team } }));
    const shown = JSON.stringify([...at.slack.calls]);
    expect(shown).toContain('Cluster test is not open to you here');
    expect(shown).not.toContain('chekout');
    await app.send(pressBody(action, toButtonValue(words)));
    expect(JSON.stringify([...at.slack.calls])).toMatch(/chekout|web-service\.yaml|web\.yaml/u);
  });

  it('are those of the moment: a button of yesterday opens nothing today', async () => {
    const app = await withRules(onlyJane);
    app.become([]);
    await app.send(pressBody('run.0', toButtonValue('triage checkout -n shop')));
    expect(said()[0]).toContain('Cluster test is not open to you here');
  });

  it('hold for the form of a manifest', async () => {
    const app = await withRules(onlyJane);
    const press = { user: { id: stranger, team_id: ids.team } };
    await app.send(pressBody('change', toButtonValue('manifest ClusterIP web -n shop'), press));
    const views = JSON.stringify([...at.slack.of('views.open'), ...at.slack.of('views.update')]);
    expect(views).toContain('Cluster test is not open to you here');
    expect(views).not.toContain('8080');
  });

  it('hold for the message shortcut', async () => {
    const app = await withRules(onlyJane);
    await app.send({
      type: 'message_action',
      callback_id: 'triage_message',
      team: { id: ids.team },
      user: { id: stranger, team_id: ids.team },
      channel: { id: ids.channel, name: 'oncall' },
      message: { type: 'message', ts: '60.000100', text: 'service checkout in namespace shop is down' },
      trigger_id: 't-stranger',
      response_url: 'https://hooks.slack.com/app/T1/1/abc',
    });
    expect(said()[0]).toContain('is not open to you here');
    expect(said()[0]).not.toContain('chekout');
  });

  it('hold for a follow-up by somebody else', async () => {
    const app = await withRules(onlyJane);
    await app.send(eventBody({ type: 'app_mention', ts: '700.000100', text: `<@${ids.bot}> triage checkout -n shop` }));
    const reply = { type: 'message', channel_type: 'channel', thread_ts: '700.000100' };
    await app.send(eventBody({ ...reply, user: stranger, text: 'explain checkout' }));
    expect(said().at(-1)).toContain('Cluster test is not open to you here (explain)');
  });

  it('scan what is open and say so', async () => {
    const app = await withRules([{ effect: 'allow', namespaces: ['shop'] }]);
    await app.send(commandBody('scan -A'));
    expect(said()[0]).toContain('in the namespaces that are open to you here');
    expect(JSON.stringify(at.slack.calls)).not.toMatch(/prod\/checkout|\bin prod\b/u);
  });
});
