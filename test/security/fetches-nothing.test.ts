import nock from 'nock';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { fromMetadata } from '../../src/slack/manifest-form/form-state.ts';
import { atSlack, started } from '../slack/support/at-slack.ts';
import { commandBody, eventBody, ids, next } from '../slack/support/idle-app.ts';
import { shopAssistant } from '../slack/support/shop-assistant.ts';

const at = atSlack();

/** Requests to anything but Slack, which nock has refused. */
let elsewhere: string[] = [];
const noteIt = (request: { readonly url?: string; readonly options?: { readonly host?: string } }) =>
  void elsewhere.push(request.url ?? request.options?.host ?? 'somewhere');
beforeEach(() => {
  elsewhere = [];
  nock.emitter.on('no match', noteIt);
});
afterEach(() => nock.emitter.off('no match', noteIt));

const addresses = [
  'http://169.254.169.254/latest/meta-data/iam/security-credentials/',
  'http://metadata.google.internal/computeMetadata/v1/',
  'https://kubernetes.default.svc/api/v1/secrets',
  'http://[::1]:10250/pods',
  'file:///var/run/secrets/kubernetes.io/serviceaccount/token',
  'https://evil.example/web.yaml',
];

describe('an address in a message', () => {
  it.each(addresses)('is a word like any other: %s', async (address) => {
    const app = await started({ assistant: shopAssistant() });
    for (const words of [
      `triage ${address}`,
      `explain ${address} -n shop`,
      `review ${address}`,
      `reach web ${address}`,
      `use ${address}`,
      `why can nobody reach <${address}|web>?`,
    ]) {
      await app.send(commandBody(words));
      await app.send(eventBody({ type: 'app_mention', text: `<@U1BOT> ${words}`, ts: `${next()}.0001` }));
    }
    const file = { id: 'F1', name: 'web.yaml', url_private: address, url_private_download: address };
    const message = { type: 'message', user: ids.user, ts: '300.000100', text: `see <${address}>`, files: [file] };
    for (const callback of ['triage_message', 'review_message']) {
      await app.send({
        type: 'message_action',
        callback_id: callback,
        trigger_id: `t${next()}`,
        team: { id: ids.team },
        user: { id: ids.user, team_id: ids.team },
        channel: { id: ids.channel },
        response_url: 'https://hooks.slack.com/app/T1/1/abc',
        message,
      });
    }
    await app.settled();
    expect(at.slack.calls.length).toBeGreaterThan(10);
    expect(elsewhere).toEqual([]);
    expect(app.log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
  });
});

describe('a message', () => {
  it.each([
    'triage web --kubeconfig /etc/kubernetes/admin.conf',
    'triage web --from /etc/passwd',
    'scan -A --context other',
    'explain web --picture /tmp/x.svg',
    'scan --since /etc/passwd',
    'triage web --now 2026-01-01T00:00:00Z',
  ])('cannot name a file, a kubeconfig or a context: %s', (words) => {
    expect(() => parseWords(words)).toThrow(/^There is no flag --(?:kubeconfig|from|context|picture|since|now) here\.$/u);
  });

  it('that asks to review a file has the YAML itself behind the word', () => {
    expect(parseWords('review -f /etc/shadow')).toEqual({ verb: 'review', text: '-f /etc/shadow' });
  });
});

describe('a form', () => {
  const state = (url: string) =>
    JSON.stringify({
      v: 1,
      request: 'manifest ClusterIP web -n shop',
      filled: { name: 'web', namespace: 'shop', ports: '80' },
      round: 0,
      origin: { channel: 'C1', privately: { url } },
    });

  it('sends what it makes to Slack alone', () => {
    expect(fromMetadata(state('https://hooks.slack.com/actions/T1/1/x'), parseWords)?.origin.privately?.url).toContain('slack');
    const others = [...addresses, 'https://hooks.slack.com.evil.example/x', 'https://evil.example/hooks.slack.com'];
    expect(others.filter((url) => fromMetadata(state(url), parseWords) !== undefined)).toEqual([]);
  });
});
