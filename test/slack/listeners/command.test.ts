import { describe, expect, it } from 'vitest';
import { atSlack, shown, started } from '../support/at-slack.ts';
import { commandBody, ids } from '../support/idle-app.ts';

const at = atSlack();

describe('/k8s-svc', () => {
  it('is acknowledged without a body and answered in private, with a button to share', async () => {
    const app = await started();
    expect(await app.send(commandBody('triage checkout -n shop'))).toBeUndefined();
    expect(app.assistant.asked).toEqual(['triage checkout -n shop']);
    const [response] = at.slack.of('respond');
    expect(response).toMatchObject({ response_type: 'ephemeral', replace_original: false, unfurl_links: false });
    expect(response?.['text']).toContain('Critical: Service shop/checkout selects no pods');
    expect(shown(response)).toContain('Share here');
    expect(at.slack.of('chat.postMessage')).toEqual([]);
  });

  it('shows the help when it is bare, which nobody needs to share', async () => {
    const app = await started();
    await app.send(commandBody('  '));
    expect(app.assistant.asked).toEqual(['help']);
    expect(shown(at.slack.of('respond')[0])).toContain('Scan shop');
    expect(shown(at.slack.of('respond')[0])).not.toContain('Share here');
  });

  it('undoes the escaping of Slack', async () => {
    const app = await started();
    await app.send(commandBody('what is the difference &lt;A&gt; &amp; B?'));
    expect(app.assistant.requests).toEqual([{ verb: 'ask', text: 'what is the difference <A> & B?', known: {} }]);
  });

  it('says what is wrong with the words and what to type instead', async () => {
    const app = await started();
    await app.send(commandBody('traige web'));
    expect(at.slack.of('respond')[0]?.['text']).toMatch(/no verb .traige.[\s\S]*triage web/u);
    expect(app.assistant.asked).toEqual([]);
  });

  it('answers a problem in private without a button to share it', async () => {
    const app = await started();
    await app.send(commandBody('triage nowhere'));
    expect(at.slack.of('respond')[0]?.['text']).toContain('There is no Service nowhere.\nNearest: web');
    expect(shown(at.slack.of('respond')[0])).not.toContain('Share here');
  });

  it('answers once when Slack delivers it twice', async () => {
    const app = await started();
    const body = commandBody('triage checkout -n shop');
    await Promise.all([app.send(body), app.send(body)]);
    expect(at.slack.of('respond')).toHaveLength(1);
  });

  it('acknowledges and explains a command of another version', async () => {
    const app = await started();
    expect(await app.send(commandBody('x', { command: '/k8s-old' }))).toBeUndefined();
    expect(at.slack.of('respond')[0]?.['text']).toContain('does not know /k8s-old');
  });

  it('reaches the person by an ephemeral message when the response_url is used up', async () => {
    const app = await started();
    at.slack.next('respond', { status: 404 });
    await app.send(commandBody('triage checkout -n shop'));
    expect(at.slack.of('chat.postEphemeral')).toMatchObject([{ channel: ids.channel, user: ids.user }]);
  });

  it('reaches the person by a direct message when the bot is not in the channel either', async () => {
    const app = await started();
    at.slack.next('respond', { status: 500 });
    at.slack.next('chat.postEphemeral', 'not_in_channel');
    await app.send(commandBody('triage checkout -n shop'));
    expect(at.slack.of('chat.postMessage')).toMatchObject([{ channel: ids.user }]);
  });
});
