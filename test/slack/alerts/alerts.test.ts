import { describe, expect, it, vi } from 'vitest';
import { buildCluster } from '../../../src/playground/sample-cluster/build-cluster.ts';
import { shopCluster } from '../../../src/playground/sample-cluster/shop.ts';
import { Problem } from '../../../src/core/problem/problem.ts';
import { createMemoryStore } from '../../../src/slack/store.ts';
import { shopDump } from '../../support/shop-dump.ts';
import { payload } from '../../core/alert/read-payload.ts';
import { inAlertWorkspace, minutes, oncall, said } from './alert-workspace.ts';

/** The sample cluster after the selector of checkout is mended. */
const mended = JSON.stringify({
  apiVersion: 'v1',
  kind: 'List',
  items: buildCluster({
    ...shopCluster,
    services: shopCluster.services.map((one) => (one.name === 'checkout' ? { ...one, selector: { app: 'checkout' } } : one)),
  }),
});

describe('an alert in a configured channel', () => {
  it('gets the triage of its Service in its own thread', () =>
    inAlertWorkspace(async ({ post, thread, answers }) => {
      const alert = await post('grafana-firing');
      expect(thread(alert)).toHaveLength(1);
      expect(said(thread(alert)[0])).toContain('chekout');
      expect(said(thread(alert)[0])).toMatch(/kubectl .*checkout/u);
      expect(answers()).toHaveLength(1);
    }));

  it.each([
    ['alertmanager-default-firing', 'The alert names Pod checkout-6c7d9f8b5d-x2x4k: this is its Service.'],
    ['alertmanager-details-list', 'The alert names Deployment search: this is its Service.'],
    ['pagerduty-triggered', 'The alert names Pod search-7f6d8c9b4b-qk9wd'],
    ['datadog-triggered', 'payments'],
    ['opsgenie-new', 'The alert names HorizontalPodAutoscaler web'],
    ['robusta-firing', 'payments'],
    ['botkube-error', 'search'],
    ['plain-text', 'web'],
  ])('of the shape %s is answered: %s', (name, words) =>
    inAlertWorkspace(async ({ post, thread }) => {
      const alert = await post(name);
      expect(thread(alert)).toHaveLength(1);
      expect(said(thread(alert)[0])).toContain(words);
    }),
  );

  it('that groups several gets the worst Service first and the state of the others', () =>
    inAlertWorkspace(async ({ post, thread }) => {
      const alert = await post('alertmanager-grouped');
      const [answer] = thread(alert);
      expect(said(answer)).toContain('search');
      expect(said(answer)).toContain('It also names Service cart (healthy).');
      expect(said(answer)).toContain('Triage cart');
    }));

  it('is edited when it comes again, at most every five minutes', () =>
    inAlertWorkspace(async ({ slack, post, thread, answers, pass }) => {
      const alert = await post('grafana-firing');
      const again = await post('grafana-firing');
      expect(slack.calls.filter((call) => call.method === 'chat.update')).toHaveLength(0);
      pass(minutes(6));
      const later = await post('grafana-firing');
      expect(thread(again)).toHaveLength(0);
      expect(thread(later)).toHaveLength(0);
      expect(answers()).toHaveLength(1);
      expect(said(thread(alert)[0])).toContain(
        'Still firing. Message 3 about this alert, looked again at 2026-11-20 09:36:00 UTC.',
      );
    }));

  it('says what it was and that it is healthy when it is resolved', () =>
    inAlertWorkspace(async ({ post, thread, answers, pass, setCluster }) => {
      const alert = await post('grafana-firing');
      setCluster(mended);
      pass(minutes(2));
      await post('grafana-resolved');
      expect(answers()).toHaveLength(1);
      const words = said(thread(alert)[0]);
      expect(words).toContain('Resolved. Service checkout in namespace shop');
      expect(words).toMatch(/While it fired: .*chekout/u);
      expect(words).toContain('Resolved at 2026-11-20 09:32:00 UTC.');
    }));

  it('says when the cluster does not look resolved', () =>
    inAlertWorkspace(async ({ post, thread }) => {
      const alert = await post('grafana-firing');
      await post('grafana-resolved');
      expect(said(thread(alert)[0])).toMatch(/The alert is resolved, but: .*chekout/u);
    }));

  it('that flaps posts nothing more and is edited a few times only', () =>
    inAlertWorkspace(async ({ slack, post, thread, answers, pass }) => {
      const alert = await post('grafana-firing');
      for (let turn = 0; turn < 12; turn += 1) {
        pass(minutes(1));
        await post(turn % 2 === 0 ? 'grafana-resolved' : 'grafana-firing');
      }
      expect(answers()).toHaveLength(1);
      expect(slack.calls.filter((call) => call.method === 'chat.update')).toHaveLength(7);
      expect(said(thread(alert)[0])).toContain('This alert flaps: it has changed 7 times within 7m.');
    }));

  it('is answered anew in the thread of a later message when the window is over', () =>
    inAlertWorkspace(async ({ post, thread, answers, pass }) => {
      await post('grafana-firing');
      pass(minutes(6 * 60 + 1));
      const next = await post('grafana-firing');
      expect(thread(next)).toHaveLength(1);
      expect(answers()).toHaveLength(2);
    }));

  it('that its bot edits in place is followed there', () =>
    inAlertWorkspace(async ({ post, edit, thread, answers, setCluster }) => {
      const alert = await post('pagerduty-triggered');
      await edit(alert, 'pagerduty-acknowledged');
      expect(answers()).toHaveLength(1);
      setCluster(mended);
      await edit(alert, 'pagerduty-resolved');
      expect(answers()).toHaveLength(1);
      expect(said(thread(alert)[0])).toMatch(/resolved/iu);
    }));

  it('is not answered a second time after a restart that lost everything', () =>
    inAlertWorkspace(async ({ post, edit, thread, answers, restart }) => {
      const alert = await post('pagerduty-triggered');
      await restart();
      await edit(alert, 'pagerduty-acknowledged');
      expect(answers()).toHaveLength(1);
      expect(thread(alert)).toHaveLength(1);
    }));

  it('is known to all replicas that share a store', async () => {
    const store = createMemoryStore({ now: () => 0 });
    await inAlertWorkspace(
      async ({ post, answers, restart }) => {
        await post('grafana-firing');
        await restart();
        await post('grafana-firing');
        expect(answers()).toHaveLength(1);
      },
      { store },
    );
  });

  it('is forgotten when its message is deleted', () =>
    inAlertWorkspace(async ({ post, remove, thread, pass }) => {
      const alert = await post('grafana-firing');
      await remove(alert);
      pass(1_000);
      const next = await post('grafana-firing');
      expect(thread(next)).toHaveLength(1);
    }));

  it('leaves our answer alone when somebody has deleted it', () =>
    inAlertWorkspace(async ({ slack, post, answers, pass }) => {
      await post('grafana-firing');
      const [answer] = answers();
      slack.workspace.remove(oncall, answer?.ts ?? '');
      pass(minutes(6));
      await post('grafana-firing');
      pass(minutes(6));
      await post('grafana-resolved');
      expect(answers()).toHaveLength(0);
    }));

  it('beside another one gets an answer of its own', () =>
    inAlertWorkspace(async ({ post, thread }) => {
      const [one, two] = await Promise.all([post('grafana-firing'), post('datadog-triggered')]);
      expect(thread(one)).toHaveLength(1);
      expect(thread(two)).toHaveLength(1);
      expect(said(thread(one)[0])).toContain('checkout');
      expect(said(thread(two)[0])).toContain('payments');
    }));

  it('that comes twice at once is answered once', () =>
    inAlertWorkspace(async ({ post, answers }) => {
      await Promise.all([post('grafana-firing'), post('grafana-firing'), post('grafana-firing')]);
      expect(answers()).toHaveLength(1);
    }));

  it('cannot make our answer call people', () =>
    inAlertWorkspace(async ({ slack, post, thread }) => {
      const calls = '<!channel> <!here> <@U0K8SAM> @here *x* `y` \u202e\u0007 https://evil.example';
      const text = `[FIRING] ${calls} namespace=shop service=checkout ${calls.repeat(500)}`;
      const alert = await post({ ...payload('plain-text'), text, attachments: [{ title: calls, text: calls, footer: calls }] });
      expect(thread(alert)).toHaveLength(1);
      const sent = JSON.stringify(slack.calls.filter((call) => call.method === 'chat.postMessage'));
      expect(sent).toContain('chekout');
      expect(sent).not.toMatch(/<!|<@|@here|evil\.example|\u202e/u);
    }));

  it('that could not be posted is answered by its next message', () =>
    inAlertWorkspace(async ({ slack, post, thread, log, pass }) => {
      slack.workspace.leave(oncall, 'U0K8BOT');
      const lost = await post('grafana-firing');
      expect(thread(lost)).toHaveLength(0);
      expect(log.lines.at(-1)).toContain('error alert not answered {"error":"not_in_channel"}');
      slack.workspace.join(oncall, 'U0K8BOT');
      pass(1_000);
      const next = await post('grafana-firing');
      expect(thread(next)).toHaveLength(1);
    }));

  it('keeps the conversation in its thread', () =>
    inAlertWorkspace(async ({ slack, post, thread, settle }) => {
      const alert = await post('grafana-firing');
      slack.sendMessage('why?', { channel: oncall, threadTs: alert.ts });
      await settle();
      expect(thread(alert).length).toBeGreaterThan(2);
    }));
});

describe('what stays silent', () => {
  const expectSilence = async (
    message: Parameters<Parameters<Parameters<typeof inAlertWorkspace>[0]>[0]['post']>[0],
    options = {},
  ) =>
    inAlertWorkspace(async ({ slack, post, answers, log }) => {
      await post(message, options);
      expect(answers()).toHaveLength(0);
      expect(slack.calls.filter((call) => call.method.startsWith('chat.'))).toEqual([]);
      expect(log.lines.filter((line) => /^(?:warn|error)/u.test(line))).toEqual([]);
    });

  it.each(['alertmanager-node', 'alertmanager-volume', 'alertmanager-watchdog', 'alertmanager-templates-unfilled'])(
    'an alert about no Service: %s',
    (name) => expectSilence(name),
  );

  it('an alert about a cluster that is not connected', () => expectSilence('alertmanager-buttons'));

  it('a name that the cluster does not have, with a line for who looks', () =>
    inAlertWorkspace(async ({ post, answers, log }) => {
      await post({ ...payload('plain-text'), text: '[FIRING] Down namespace=shop service=nowhere' });
      expect(answers()).toHaveLength(0);
      expect(log.lines).toContainEqual(
        'debug alert not answered {"reason":"no Service belongs to what the alert names","source":"Alertmanager","status":"firing"}',
      );
      expect(log.lines.join('\n')).not.toContain('nowhere');
    }));

  it('something resolved that nobody heard of', () => expectSilence('grafana-resolved'));
  it('messages of bots that are no alerts', () => expectSilence('deploy-bot'));
  it('an alert in another channel', () => expectSilence('grafana-firing', { channel: 'C0K8GENERAL' }));
  it('a person', () =>
    expectSilence({ type: 'message', user: 'U0K8SAM', text: '[FIRING] Down namespace=shop service=checkout' }));
  it('a reply in a thread', () => expectSilence('grafana-firing', { more: { thread_ts: '1.1' } }));
  it('a message of ours, by its bot id', () => expectSilence('grafana-firing', { more: { bot_id: 'B0K8SVC' } }));
  it('a message of ours, by its user', () => expectSilence('grafana-firing', { more: { user: 'U0K8BOT' } }));
  it('without the setting, every alert', () =>
    inAlertWorkspace(
      async ({ post, answers }) => {
        await post('grafana-firing');
        expect(answers()).toHaveLength(0);
      },
      { alerts: { channels: [] } },
    ));

  it('the second delivery of an event', () =>
    inAlertWorkspace(async ({ slack, post, answers }) => {
      const alert = await post('grafana-firing');
      const event = { ...payload('grafana-firing'), channel: oncall, ts: alert.ts, event_ts: alert.ts };
      await slack.sendEvent(event);
      await slack.settled();
      expect(answers()).toHaveLength(1);
    }));
});

describe('a cluster that cannot be read', () => {
  const down = new Problem('cluster-unreachable', 'Cluster shop-sample does not answer.', ['Check the network.']);

  it('is said once for all alerts of a channel, and mended by the next message', () =>
    inAlertWorkspace(async ({ post, thread, answers, pass, setCluster }) => {
      setCluster(down);
      const first = await post('grafana-firing');
      await post('datadog-triggered');
      expect(answers()).toHaveLength(1);
      expect(said(thread(first)[0])).toContain('This alert was not triaged: Cluster shop-sample does not answer.');
      setCluster(shopDump);
      pass(minutes(6));
      await post('grafana-firing');
      const other = await post('datadog-triggered');
      expect(said(thread(first)[0])).toContain('chekout');
      expect(thread(other)).toHaveLength(1);
    }));

  it('keeps what was said, and says that the resolved state was not looked at', () =>
    inAlertWorkspace(async ({ post, thread, pass, setCluster }) => {
      const alert = await post('grafana-firing');
      setCluster(down);
      pass(minutes(6));
      await post('grafana-firing');
      expect(said(thread(alert)[0])).toContain('chekout');
      await post('grafana-resolved');
      expect(said(thread(alert)[0])).toContain('The alert is resolved.');
      expect(said(thread(alert)[0])).toContain('Not looked at again: Cluster shop-sample does not answer.');
    }));
});

describe('channels by name', () => {
  it('need a scope, which is said once', () =>
    inAlertWorkspace(
      async ({ post, answers, log }) => {
        await post('grafana-firing');
        await post('datadog-triggered');
        expect(answers()).toHaveLength(0);
        expect(log.lines.filter((line) => line.includes('channels:read'))).toHaveLength(1);
      },
      { alerts: { channels: ['#oncall'] } },
    ));
});

describe('Triage this', () => {
  it('reads a message as alerts are read', () =>
    inAlertWorkspace(async ({ slack, post, thread }) => {
      const alert = await post('deploy-bot', { channel: 'C0K8GENERAL' });
      const changed = slack.workspace.change('C0K8GENERAL', alert.ts, { text: 'Labels: namespace=shop, deployment=search' });
      await slack.useShortcut(changed ?? alert, 'triage_message');
      await vi.waitFor(() => expect(said(thread(alert)[0])).toContain('search'), { timeout: 10_000 });
      expect(said(thread(alert)[0])).toMatch(/probe|9090/u);
    }));
});
