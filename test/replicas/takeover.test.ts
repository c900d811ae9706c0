import { describe, expect, it, vi } from 'vitest';
import { createAlertLocator } from '../../src/app/alert/locate-alert.ts';
import { singleCluster } from '../../src/app/clusters.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { alertAttachment } from '../../src/playground/alerts/alert-attachment.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';
import { shopDump } from '../support/shop-dump.ts';
import { buttonOf, readable } from '../slack/support/fake-workspace.ts';
import { createPreparedAssistant } from '../slack/support/prepared.ts';
import { shopAssistant } from '../slack/support/shop-assistant.ts';
import { general, hanging, inReplicas, standstill, type Replica } from './support/in-replicas.ts';

const soon = <T>(check: () => T): Promise<Awaited<T>> =>
  vi.waitFor(check, { timeout: 15_000, interval: 30 }) as Promise<Awaited<T>>;
/** Nothing more comes, for longer than a lease. */
const quiet = () => new Promise((resolve) => setTimeout(resolve, 2_500));

describe('work of a replica that dies', () => {
  it('after it was acknowledged and before it was answered is answered by another one, once', () =>
    inReplicas(async ({ slack, start, said }) => {
      const one = await start(hanging(), { wait: standstill });
      const others = [await start(), await start()];
      one.takes();
      expect((await slack.sendCommand('triage checkout -n shop')).ack.ok).toBe(true);
      const asked = slack.sendMessage('@k8s-svc triage checkout -n shop');
      await slack.settled();
      await soon(() => expect(one.log.lines.join('\n')).not.toContain('outcome'));
      await one.die();
      await soon(() => expect(said()).toHaveLength(2));
      await quiet();
      expect(said().map(({ only, threadTs }) => [only, threadTs])).toEqual(
        expect.arrayContaining([
          ['U0K8YOU', undefined],
          [undefined, asked.ts],
        ]),
      );
      expect(said()).toHaveLength(2);
      expect(others.flatMap(({ log }) => log.lines.filter((line) => line.includes('taken over')))).toHaveLength(2);
    }));

  it('that Slack delivers again meanwhile is answered once', () =>
    inReplicas(async ({ slack, start, said }) => {
      const one = await start(hanging(), { wait: standstill });
      const other = await start();
      one.takes();
      const { ts } = slack.workspace.post({ channel: general, user: 'U0K8YOU', text: 'a question' });
      const mention = { type: 'app_mention', user: 'U0K8YOU', text: '<@U0K8BOT> help', channel: general, ts, event_ts: ts };
      await slack.sendEvent(mention);
      await new Promise((resolve) => setTimeout(resolve, 100));
      other.takes();
      await slack.sendEvent(mention);
      await one.die();
      await soon(() => expect(said()).toHaveLength(1));
      await slack.sendEvent(mention);
      await quiet();
      expect(said()).toHaveLength(1);
    }));

  it('is not posted again when it stands in the thread', () =>
    inReplicas(async ({ slack, start, said }) => {
      const one = await start();
      await start();
      one.takes();
      // It stands, and the replica dies before it hears of it.
      slack.troubles.add('chat.postMessage', { status: 'no-answer', after: true });
      slack.sendMessage('@k8s-svc help');
      await soon(() => expect(said()).toHaveLength(1));
      await one.die();
      await quiet();
      expect(said()).toHaveLength(1);
    }));

  it('is posted when only an older answer says the same', () =>
    inReplicas(async ({ slack, start, said }) => {
      const one = await start();
      const dying = await start(hanging(), { wait: standstill });
      one.takes();
      slack.sendMessage('@k8s-svc triage checkout -n shop');
      await soon(() => expect(said()).toHaveLength(1));
      const [answer] = said();
      dying.takes();
      // Pressed as soon as the answer stands.
      await slack.clickButton(answer!, buttonOf(answer!, 'Recheck'));
      await dying.die();
      await soon(() => expect(said()).toHaveLength(2));
      expect(said()[1]?.text).toBe(answer?.text);
    }));

  it('takes the place of what the dead one has shown meanwhile', () =>
    inReplicas(async ({ slack, start, said }) => {
      let shown = false;
      // "Reading…" comes at once, and then no time passes any more.
      const wait: typeof standstill = async (ms, signal) => (shown ? standstill(ms, signal) : void (shown = true));
      const one = await start(hanging(), { wait });
      await start();
      one.takes();
      slack.sendMessage('@k8s-svc help');
      await soon(() => expect(said().map(({ text }) => text)).toEqual(['Reading…']));
      const [reading] = said();
      await new Promise((resolve) => setTimeout(resolve, 200));
      await one.die();
      await soon(() => expect(said().map(({ text }) => text)).toEqual(['I know Kubernetes Services.']));
      expect(said()[0]?.ts).toBe(reading?.ts);
    }));

  it('is begun by three replicas at most: then the person is told to ask again', () =>
    inReplicas(async ({ slack, start, said }) => {
      let dying = await start(hanging(), { wait: standstill });
      const asked = slack.sendMessage('@k8s-svc triage checkout -n shop');
      await slack.settled();
      await new Promise((resolve) => setTimeout(resolve, 100));
      for (let i = 0; i < 3; i += 1) {
        await dying.die();
        dying = await start(i === 2 ? createPreparedAssistant() : hanging(), { wait: standstill });
        const { lines } = dying.log;
        await soon(() => expect(lines.join('\n')).toContain('taken over'));
      }
      await soon(() => expect(said()).toHaveLength(1));
      expect(said()[0]).toMatchObject({
        threadTs: asked.ts,
        text: expect.stringContaining('k8s-svc was restarted meanwhile') as string,
      });
    }));
});

describe('a thread', () => {
  it('goes on at another replica, which knows what was said', () =>
    inReplicas(async ({ slack, start, said }) => {
      const one = await start(shopAssistant());
      const other = await start(shopAssistant());
      one.takes();
      const asked = slack.sendMessage('@k8s-svc triage checkout -n shop');
      await soon(() => expect(said()).toHaveLength(1));
      other.takes();
      slack.sendMessage('and in prod?', { threadTs: asked.ts });
      await soon(() => expect(said()).toHaveLength(2));
      expect(said()[1]?.text).toMatch(/prod/u);
    }));

  it('is answered in its order, though the first question takes long at its replica', () =>
    inReplicas(async ({ slack, start, said }) => {
      const { promise: slow, resolve: go } = Promise.withResolvers<undefined>();
      const one = await start(createPreparedAssistant(() => slow));
      const other = await start();
      one.takes();
      const asked = slack.sendMessage('@k8s-svc triage checkout -n shop');
      await slack.settled();
      await new Promise((resolve) => setTimeout(resolve, 100));
      other.takes();
      slack.sendMessage('@k8s-svc help', { threadTs: asked.ts });
      await slack.settled();
      await new Promise((resolve) => setTimeout(resolve, 300));
      go(undefined);
      await soon(() => expect(said().filter(({ text }) => !text.startsWith('Reading'))).toHaveLength(2));
      expect(said().map(({ text }) => text)[1]).toContain('I know Kubernetes Services');
    }));
});

describe('a watch', () => {
  const wait = (_: number, signal: AbortSignal) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, 100);
      signal.addEventListener('abort', () => {
        clearTimeout(timer);
        resolve();
      });
    });
  const mended = (yaml: string) => yaml.replaceAll('app: chekout', 'app: checkout');

  it.each([
    ['dies', (one: Replica) => one.die()],
    ['is stopped', (one: Replica) => one.stop(2_000)],
  ])('goes on in its message when its replica %s', (_, end) =>
    inReplicas(async ({ slack, start, said }) => {
      let state = (yaml: string) => yaml;
      let isGone = false;
      const one = await start(shopAssistant(), {
        // What is dead looks no more.
        wait: (ms, signal) => (isGone && !signal.aborted ? new Promise(() => undefined) : wait(ms, signal)),
      });
      const other = await start(
        shopAssistant((yaml) => state(yaml)),
        { wait },
      );
      one.takes();
      slack.sendMessage('@k8s-svc watch checkout -n shop');
      await soon(() => expect(said()).toHaveLength(1));
      await new Promise((resolve) => setTimeout(resolve, 300));
      isGone = true;
      await end(one);
      other.takes();
      await soon(() => expect(other.log.lines.join('\n')).toContain('taken over'));
      state = mended;
      await soon(() => expect(other.log.lines.join('\n')).toContain('watch ended'));
      expect(said()).toHaveLength(1);
      expect(other.log.lines.join('\n')).not.toContain('"outcome":"process"');
    }),
  );

  it('that was stopped by its button at another replica stays so', () =>
    inReplicas(async ({ slack, start, said }) => {
      const one = await start(shopAssistant(), { wait: standstill });
      const other = await start(shopAssistant(), { wait });
      one.takes();
      slack.sendMessage('@k8s-svc watch checkout -n shop');
      await soon(() => expect(said()).toHaveLength(1));
      await one.die();
      other.takes();
      const [message] = said();
      await slack.clickButton(message!, buttonOf(message!, 'Stop'));
      await soon(() => expect(said()[0]?.text).toContain('Stopped watching'));
      await quiet();
      expect(said()[0]?.text).toContain('Stopped watching');
    }));
});

describe('an alert', () => {
  it('that fires at one replica and is resolved at another is one answer, edited', () =>
    inReplicas(async ({ slack, start, said }) => {
      const reader = createFileReader({ files: [{ name: 'shop.yaml', text: shopDump }], cluster: 'shop-sample' });
      const clusters = singleCluster('shop-sample', () => Promise.resolve(reader));
      const more = {
        alerts: { channels: [general] },
        locateAlert: createAlertLocator({ clusters, clusterNames: () => new Map() }),
      };
      const one = await start(makeAssistant(clusters), more);
      const other = await start(makeAssistant(clusters), more);
      const alert = { name: 'CheckoutDown', severity: 'critical' as const, summary: 'checkout does not answer' };
      const post = (isFiring: boolean) =>
        slack.postByWebhook({
          bot: 'U0K8ALERT',
          channel: 'general',
          attachments: [alertAttachment({ alert, service: { namespace: 'shop', name: 'checkout' } } as never, isFiring)],
        });
      one.takes();
      const fired = post(true);
      await soon(() => expect(said()).toHaveLength(1));
      other.takes();
      post(false);
      await soon(() => expect(readable(said()[0])).toMatch(/resolved/iu));
      expect(said().map(({ threadTs }) => threadTs)).toEqual([fired.ts]);
    }));
});
