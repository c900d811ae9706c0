import { describe, expect, it } from 'vitest';
import type { AccessPolicy } from '../../../src/core/access/access-rule.ts';
import { inAlertWorkspace, oncall, said } from '../alerts/alert-workspace.ts';

const settings = (policy: Partial<AccessPolicy>) => ({
  accessSettings: () => ({ requireRules: false, rules: [], privateNamespaces: [], ...policy }),
});

/** An alert about checkout in shop; what the channel gets, and why it gets nothing. */
async function answerTo(policy: Partial<AccessPolicy>): Promise<string> {
  let told = '';
  await inAlertWorkspace(async ({ post, answers, log }) => {
    await post('grafana-firing');
    const reason = log.lines.find((line) => line.includes('alert not answered')) ?? '';
    told = answers().length === 0 ? reason : said(answers()[0]);
  }, settings(policy));
  return told;
}

const notOpen = '"reason":"its namespace is not open to this channel"';

describe('an alert', () => {
  it('about a private namespace is triaged only in a channel that has a rule for it', async () => {
    const privateNamespaces = ['shop'];
    expect(await answerTo({ privateNamespaces })).toContain(notOpen);
    expect(await answerTo({ privateNamespaces, rules: [{ effect: 'allow', namespaces: ['shop'] }] })).toContain(notOpen);
    expect(
      await answerTo({ privateNamespaces, rules: [{ effect: 'allow', channels: [oncall], namespaces: ['shop'] }] }),
    ).toContain('chekout');
  });

  it('is the channel asking: rules for people open nothing to it', async () => {
    const requireRules = true;
    expect(await answerTo({ requireRules })).toContain(notOpen);
    expect(await answerTo({ requireRules, rules: [{ effect: 'allow', users: ['U0K8YOU'] }] })).toContain(notOpen);
    expect(await answerTo({ requireRules, rules: [{ effect: 'allow', channels: [oncall] }] })).toContain('chekout');
    expect(await answerTo({ rules: [{ effect: 'deny', namespaces: ['shop'], verbs: ['triage'] }] })).toContain(notOpen);
  });
});
