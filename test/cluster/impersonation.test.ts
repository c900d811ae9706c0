import { KubeConfig } from '@kubernetes/client-node';
import { beforeAll, describe, expect, it } from 'vitest';
import { createAccess } from '../../src/app/access/access.ts';
import { singleCluster } from '../../src/app/clusters.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import type { Impersonated } from '../../src/core/access/impersonated.ts';
import { createClusterReader } from '../../src/read/cluster/cluster-reader.ts';
import { renderPlain } from '../../src/render/terminal/render-terminal.ts';
import { kubeconfigs, kubectl } from './support/cluster.ts';
import { applyWorkloads } from './support/workloads.ts';

beforeAll(async () => applyWorkloads('impersonation'));

/** The bot with the token of a service account. */
async function botAs(account: string) {
  const config = new KubeConfig();
  config.loadFromFile(kubeconfigs.admin);
  const token = (await kubectl(['create', 'token', account, '--namespace=asked-shop'])).trim();
  config.addUser({ name: account, token });
  config.addContext({ name: 'bot', cluster: config.getCurrentCluster()?.name ?? '', user: account });
  config.setCurrentContext('bot');
  const reader = createClusterReader({ config, now: () => Date.now() });
  const assistant = makeAssistant(singleCluster('bot', () => Promise.resolve(reader)));
  return async (words: string, as: Impersonated | undefined) => {
    const access = createAccess({
      policy: { requireRules: false, rules: [], privateNamespaces: [] },
      who: { userId: 'U1', channelId: 'C1', inGroup: () => false },
      alone: true,
      ...(as !== undefined && { as }),
    });
    const answer = await assistant.answer(parseWords(words), { signal: AbortSignal.timeout(10_000), requestId: 'r', access });
    return { text: renderPlain(answer), code: answer.problem?.code };
  };
}

const jane = { user: 'jane@example.com', groups: [] };
const john = { user: 'john@example.com', groups: [] };
const developer = { user: 'john@example.com', groups: ['shop-developers'] };

describe('in the name of a person', () => {
  it('the API server decides: her own namespace is answered, another is forbidden with the grant', async () => {
    const ask = await botAs('impersonator');
    const own = await ask('triage web -n asked-shop', jane);
    expect(own.code).toBeUndefined();
    expect(own.text).toContain('app=nobody-has-this');
    const other = await ask('list -n asked-ledger', jane);
    expect(other.code).toBe('cluster-forbidden');
    expect(other.text).toContain('list services in namespace asked-ledger');
    expect(other.text).not.toContain('ledger-');
  });

  it('groups count, and a person without any right gets nothing', async () => {
    const ask = await botAs('impersonator');
    const nothing = await ask('triage web -n asked-shop', john);
    expect(nothing.code).toBe('cluster-forbidden');
    expect(nothing.text).toContain('john@example.com may read nothing of this');
    expect((await ask('triage web -n asked-shop', developer)).text).toContain('app=nobody-has-this');
  });

  it('what one person reads is not told to the next', async () => {
    const ask = await botAs('impersonator');
    expect((await ask('why is web in namespace asked-shop broken?', jane)).text).toContain('app=nobody-has-this');
    expect((await ask('why is web in namespace asked-shop broken?', john)).text).not.toContain('app=nobody-has-this');
  });

  it('the account itself may read nothing, and may take no name that its rule does not give', async () => {
    const ask = await botAs('impersonator');
    expect((await ask('list -n asked-shop', undefined)).code).toBe('cluster-forbidden');
    const masters = await ask('list -n asked-shop', { user: 'jane@example.com', groups: ['system:masters'] });
    expect(masters.text).toContain('Grant it the verb impersonate on groups');
  });

  it('an account that may ask for nobody says so', async () => {
    const ask = await botAs('powerless');
    const { code, text } = await ask('list -n asked-shop', jane);
    expect(code).toBe('cluster-forbidden');
    expect(text).toContain('may not ask the API server in the name of others');
    expect(text).toContain('Grant it the verb impersonate on users');
  });
});
