import { describe, expect, it } from 'vitest';
import { atSlack, started } from '../support/at-slack.ts';
import { commandBody, eventBody, ids } from '../support/idle-app.ts';
import { createPreparedAssistant } from '../support/prepared.ts';

const at = atSlack();
const opened = () => eventBody({ type: 'app_home_opened', tab: 'home', channel: ids.direct });
const home = () => JSON.stringify(at.slack.of('views.publish').at(-1));
const dm = (text: string) => eventBody({ type: 'message', channel_type: 'im', channel: ids.direct, text });

describe('the Home tab', () => {
  it('shows the help', async () => {
    const app = await started();
    await app.send(opened());
    expect(at.slack.of('views.publish')).toMatchObject([{ user_id: ids.user, view: { type: 'home' } }]);
    expect(home()).toContain('Scan shop');
  });

  it('shows the clusters that can be asked about, and which goes without saying', async () => {
    const clusters = { names: ['prod', 'staging'], defaultName: 'prod' };
    const app = await started({ assistant: { ...createPreparedAssistant(), clusters } });
    await app.send(opened());
    expect(home()).toContain('Clusters');
    expect(home()).toMatch(/"prod".*\(the default\).*"staging"/u);
  });

  it('shows the defaults of the direct messages, and how to set them', async () => {
    const app = await started();
    await app.send(opened());
    expect(home()).toContain('use CLUSTER/NAMESPACE');
    expect(home()).toContain('None.');
    await app.send(dm('use prod/shop'));
    await app.send(opened());
    expect(home()).toMatch(/Your defaults.*Cluster .*"prod".*namespace .*"shop"/u);
  });

  it('shows the last five scans and triages of this person, with a button each, and nobody else sees them', async () => {
    const app = await started();
    for (const words of ['scan -n shop', 'triage a -n shop', 'triage b', 'explain web -n shop', 'triage a -n shop']) {
      await app.send(commandBody(words));
    }
    await app.send(commandBody('triage nowhere'));
    await app.send(opened());
    expect(home()).toMatch(/What you looked at lately.*triage a -n shop.*triage b.*scan -n shop/u);
    expect(home()).not.toContain('explain web');
    expect(home()).not.toContain('nowhere');
    expect(home()).toContain(`"text":{"type":"plain_text","text":"triage b","emoji":false},"value":`);
    for (const name of ['c', 'd', 'e']) await app.send(commandBody(`triage ${name}`));
    await app.send(opened());
    expect(home()).not.toContain('scan -n shop"');

    await app.send(eventBody({ type: 'app_home_opened', tab: 'home', channel: 'D2', user: 'U2OTHER' }));
    expect(at.slack.of('views.publish').at(-1)).toMatchObject({ user_id: 'U2OTHER' });
    expect(home()).not.toContain('What you looked at lately');
  });

  it('forgets them after a week', async () => {
    const app = await started();
    await app.send(commandBody('triage web -n shop'));
    app.pass(8 * 24 * 60 * 60 * 1_000);
    await app.send(opened());
    expect(home()).not.toContain('What you looked at lately');
  });

  it('is left alone when the messages tab is opened', async () => {
    const app = await started();
    await app.send(eventBody({ type: 'app_home_opened', tab: 'messages', channel: ids.direct }));
    // What the app may do tells that there is no agent view to fill.
    expect(at.slack.calls.map(({ method }) => method)).toEqual(['auth.test']);
  });
});
