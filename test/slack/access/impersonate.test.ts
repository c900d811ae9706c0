import { describe, expect, it } from 'vitest';
import { makeAssistant } from '../../../src/bin/make-assistant.ts';
import type { Impersonated } from '../../../src/core/access/impersonated.ts';
import type { Reader } from '../../../src/core/model/reader.ts';
import { createFileReader } from '../../../src/read/files/file-reader.ts';
import type { ImpersonateSettings } from '../../../src/slack/access/person.ts';
import { atSlack, started } from '../support/at-slack.ts';
import { commandBody, ids } from '../support/idle-app.ts';

const at = atSlack();

const readerOver = (namespace: string): Reader =>
  createFileReader({
    files: [
      {
        name: 'x.json',
        text: JSON.stringify({
          apiVersion: 'v1',
          kind: 'Service',
          metadata: { name: `web-of-${namespace}`, namespace },
          spec: { type: 'ClusterIP', clusterIP: '10.0.0.9', selector: { app: 'web' }, ports: [{ port: 80 }] },
        }),
      },
    ],
    cluster: 'prod',
    anything: true,
  });

/** The bot over a cluster in which each person sees a namespace of their own, and its account everything. */
async function impersonating(impersonate: Partial<ImpersonateSettings>, canAsk = true) {
  const asked: Impersonated[] = [];
  const own = readerOver('of-the-account');
  const people = new Map<string, Reader>();
  const as = (who: Impersonated): Reader => {
    asked.push(who);
    const reader = people.get(who.user) ?? readerOver(who.user);
    people.set(who.user, reader);
    return reader;
  };
  const reader: Reader = canAsk ? { ...own, as } : own;
  const app = await started({
    assistant: makeAssistant({ names: ['prod'], defaultName: 'prod', open: () => Promise.resolve(reader) }),
    accessSettings: () => ({
      requireRules: false,
      rules: [],
      privateNamespaces: [],
      impersonate: { from: 'map', map: {}, groups: {}, ...impersonate },
    }),
  });
  return { ...app, asked };
}

const said = () => JSON.stringify(at.slack.of('respond').at(-1));
const map = { [ids.user]: 'jane', U2: 'john' };

describe('asking the API server in the name of a person', () => {
  it('reads as whoever asks, with their groups, and never as the account', async () => {
    const app = await impersonating({ map, groups: { [ids.user]: ['shop'], S1: ['web'], U2: ['other'] } });
    await app.send(commandBody('list -A'));
    expect(app.asked).toContainEqual({ user: 'jane', groups: ['shop'] });
    expect(said()).toContain('web-of-jane');
    expect(said()).not.toContain('of-the-account');
  });

  it('keeps what one person sees from the next', async () => {
    const app = await impersonating({ map });
    await app.send(commandBody('is web-of-jane broken?'));
    expect(said()).toContain('web-of-jane');
    await app.send(commandBody('list -A', { user_id: 'U2' }));
    expect(said()).toContain('web-of-john');
    await app.send(commandBody('why is web-of-jan broken?', { user_id: 'U2' }));
    expect(said()).not.toContain('web-of-jane');
  });

  it('refuses whom it does not know, and helps them all the same', async () => {
    const app = await impersonating({ map: {} });
    await app.send(commandBody('list -A'));
    expect(said()).toContain('I do not know who you are at the API server.');
    expect(said()).toContain(`Missing: an entry for ${ids.user} in access.impersonate.map.`);
    expect(app.asked).toEqual([]);
    await app.send(commandBody('help'));
    expect(said()).toContain('Kubernetes Service expert');
  });

  it('says what else is missing where the e-mail address counts', async () => {
    const app = await impersonating({ from: 'email' });
    await app.send(commandBody('list -A'));
    expect(said()).toContain('or an e-mail address that Slack tells');
  });

  it('refuses a cluster that cannot be asked so', async () => {
    const app = await impersonating({ map }, false);
    await app.send(commandBody('list -A'));
    expect(said()).toContain('prod cannot be asked in your name');
    expect(said()).not.toContain('of-the-account');
  });

  it.each(['constructor', '__proto__', 'toString'])('takes no person called %s for one of the map', async (user) => {
    const app = await impersonating({ map });
    await app.send(commandBody('list -A', { user_id: user }));
    expect(said()).toContain('I do not know who you are');
  });
});
