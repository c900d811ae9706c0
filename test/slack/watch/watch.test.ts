import { describe, expect, it, vi } from 'vitest';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../../src/playground/fake-slack/model.ts';
import type { SlackAppDeps } from '../../../src/slack/deps.ts';
import { createMemoryStore } from '../../../src/slack/store.ts';
import { createLog } from '../support/log.ts';
import { fakeTime } from '../support/fake-time.ts';
import { buttonOf, inWorkspace, readable } from '../support/fake-workspace.ts';
import { shopAssistant } from '../support/shop-assistant.ts';

const slice = (endpoints: string) => `  - apiVersion: discovery.k8s.io/v1
    kind: EndpointSlice
    metadata: { name: checkout-x, namespace: shop, uid: e-1, labels: { kubernetes.io/service-name: checkout } }
    addressType: IPv4
    ports: [{ port: 8080, protocol: TCP }]
    endpoints: [${endpoints}]
`;
const ready =
  '{ addresses: [10.1.0.1], conditions: { ready: true, serving: true }, targetRef: { kind: Pod, name: checkout-1, namespace: shop, uid: p-checkout-shop } }';
const broken = (yaml: string) => yaml + slice('');
const mended = (yaml: string) => yaml.replaceAll('app: chekout', 'app: checkout') + slice(ready);
const unready = (yaml: string) => yaml.replaceAll('app: chekout', 'app: checkout') + slice('');

const channelOf = (slack: FakeSlack, name: string) => slack.workspace.channel(name)?.id ?? '';
const botsIn = (slack: FakeSlack, channel: string): readonly Message[] =>
  slack.workspace.messages(channel).filter((message) => message.user === slack.workspace.directory.app.botUserId);
const edits = (slack: FakeSlack) => slack.calls.filter((call) => call.method === 'chat.update').length;
const general = (slack: FakeSlack) => channelOf(slack, 'general');
const direct = (slack: FakeSlack) => slack.workspace.directMessage('U0K8YOU')?.id ?? '';

/** A loaded machine takes its time. */
const soon = <T>(check: () => T): Promise<Awaited<T>> => vi.waitFor(check, { timeout: 5_000 }) as Promise<Awaited<T>>;

async function only(slack: FakeSlack, channel: string): Promise<Message> {
  return soon(() => {
    const messages = botsIn(slack, channel);
    expect(messages).toHaveLength(1);
    return messages[0] as Message;
  });
}

interface At {
  readonly time: ReturnType<typeof fakeTime>;
  readonly log: ReturnType<typeof createLog>;
  /** What the cluster is from now on. */
  readonly becomes: (state: (yaml: string) => string) => void;
  readonly restart: () => Promise<void>;
}

/** A workspace over a cluster that the test can change, and a clock that it moves. */
async function watching(run: (slack: FakeSlack, at: At) => Promise<void>, more: Partial<SlackAppDeps> = {}): Promise<void> {
  const time = fakeTime();
  const log = createLog();
  let state = broken;
  await inWorkspace(
    'HTTP',
    (slack, { restart }) => run(slack, { time, log, restart, becomes: (next) => void (state = next) }),
    { assistant: shopAssistant((yaml) => state(yaml)), logger: log, now: time.now, wait: time.wait, ...more },
  );
}

describe('"@k8s-svc watch" in Slack', () => {
  it('is one message that is edited when the state changes and ends by itself when the Service is healthy', () =>
    watching(async (slack, { time, becomes }) => {
      const asked = slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      const begun = await only(slack, general(slack));
      expect(begun.threadTs).toBe(asked.ts);
      expect(readable(begun)).toMatch(/^:x: Service checkout selects app=chekout/u);
      expect(readable(begun)).toContain('Watching since 10:42:00. Looked at 10:42:00 UTC.');
      expect(readable(begun)).toContain('[Stop]');

      await time.pass(4_000);
      becomes(unready);
      await time.pass(2_000);
      await soon(() => expect(edits(slack)).toBe(1));
      becomes(mended);
      await time.pass(3_000);
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('After 9 s:'));
      const ended = await only(slack, general(slack));
      expect(ended.ts).toBe(begun.ts);
      expect(readable(ended)).toMatch(
        /^:white_check_mark: After 9 s: Service checkout in namespace shop \(ClusterIP\) is healthy/u,
      );
      expect(readable(ended)).toContain('• 10:42:00: Service checkout selects app=chekout');
      expect(readable(ended)).toContain('Watched from 10:42:00 to 10:42:09 UTC.');
      expect(readable(ended)).not.toContain('[Stop]');

      await time.pass(60_000);
      expect(edits(slack)).toBe(2);
    }));

  it('says every ten seconds or so that it still looks, and no more often', () =>
    watching(async (slack, { time }) => {
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      await only(slack, general(slack));
      await time.pass(61_000);
      expect(edits(slack)).toBe(5);
      expect(readable(await only(slack, general(slack)))).toContain('Still the same since 10:42:00, looked at 10:43:00 UTC.');
    }));

  it('gives up after 15 minutes, says so, and goes on in the same message when asked to', () =>
    watching(async (slack, { time, becomes }) => {
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      const begun = await only(slack, general(slack));
      await time.pass(15 * 60_000 + 1_000);
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('[Watch on]'));
      const over = await only(slack, general(slack));
      expect(readable(over)).toMatch(/^:x: Not healthy after 15 min, so I stopped watching\. Service checkout selects/u);
      const before = edits(slack);
      await time.pass(60_000);
      expect(edits(slack)).toBe(before);

      await slack.clickButton(over, buttonOf(over, 'Watch on'));
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('[Stop]'));
      becomes(mended);
      await time.pass(4_000);
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('After 3 s:'));
      expect((await only(slack, general(slack))).ts).toBe(begun.ts);
    }));

  it('ends by its button', () =>
    watching(async (slack, { time }) => {
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      const begun = await only(slack, general(slack));
      await time.pass(1_000);
      await slack.clickButton(begun, buttonOf(begun, 'Stop'));
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('Stopped watching after 1 s'));
      await time.pass(60_000);
      expect(edits(slack)).toBe(1);
      expect(readable(await only(slack, general(slack)))).toContain('[Watch again]');
    }));

  it('is begun by the button of a triage that found something, in the thread of that answer', () =>
    watching(async (slack) => {
      slack.sendMessage('@k8s-svc triage checkout -n shop', { channel: general(slack) });
      const triage = await only(slack, general(slack));
      await slack.clickButton(triage, buttonOf(triage, 'Watch until healthy'));
      await soon(() => expect(botsIn(slack, general(slack))).toHaveLength(2));
      const watch = botsIn(slack, general(slack))[1];
      expect(watch?.threadTs).toBe(triage.threadTs);
      expect(readable(watch)).toContain('[Stop]');
    }));

  it('is not begun for a Service that is healthy or not there, and no healthy triage offers it', () =>
    watching(async (slack, { time, becomes }) => {
      slack.sendMessage('@k8s-svc watch nowhere -n shop', { channel: general(slack) });
      expect(readable(await only(slack, general(slack)))).not.toContain('[Stop]');
      becomes(mended);
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      await soon(() => expect(botsIn(slack, general(slack))).toHaveLength(2));
      const healthy = readable(botsIn(slack, general(slack))[1]);
      expect(healthy).toContain('is healthy');
      expect(healthy).not.toContain('Watch');
      await time.pass(60_000);
      expect(edits(slack)).toBe(0);
    }));

  it('asks which namespace is meant, and watches there in the place of the question', () =>
    watching(async (slack, { time }) => {
      slack.sendMessage('@k8s-svc watch checkout', { channel: general(slack) });
      const question = await only(slack, general(slack));
      await time.pass(1_000);
      await slack.clickButton(question, buttonOf(question, 'shop'));
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('[Stop]'));
    }));

  it('is begun once for a Service in a thread', () =>
    watching(async (slack) => {
      const asked = slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      await only(slack, general(slack));
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack), threadTs: asked.ts });
      await soon(() => expect(botsIn(slack, general(slack))).toHaveLength(2));
      expect(readable(botsIn(slack, general(slack))[1])).toBe('I am watching shop/checkout here already; its message goes on.');
    }));

  it('goes to the direct messages when it was asked for in private, and says so', () =>
    watching(async (slack, { time, becomes }) => {
      await slack.sendCommand('watch checkout -n shop', { channel: general(slack) });
      const notice = await only(slack, general(slack));
      expect(notice.only).toBe('U0K8YOU');
      expect(readable(notice)).toContain('I am watching shop/checkout in your direct messages with k8s-svc');
      expect(readable(await only(slack, direct(slack)))).toContain('[Stop]');
      becomes(mended);
      await time.pass(4_000);
      await soon(async () => expect(readable(await only(slack, direct(slack)))).toContain('After 3 s:'));
    }));

  it('ends without a word when its message was deleted', () =>
    watching(async (slack, { time, log }) => {
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      const { ts } = await only(slack, general(slack));
      slack.workspace.remove(general(slack), ts);
      await time.pass(60_000);
      expect(edits(slack)).toBe(1);
      expect(botsIn(slack, general(slack))).toEqual([]);
      expect(log.lines.filter((line) => line.startsWith('error'))).toEqual([]);
      expect(log.lines.join('\n')).toContain('info watch ended {"outcome":"gone"');
    }));

  it('ends without a word when the bot was removed from the channel', () =>
    watching(async (slack, { time, log }) => {
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      await only(slack, general(slack));
      slack.workspace.leave(general(slack), slack.workspace.directory.app.botUserId);
      await time.pass(60_000);
      expect(edits(slack)).toBe(1);
      expect(log.lines.join('\n')).toContain('info watch ended {"outcome":"gone"');
    }));

  it('goes on when Slack fails for a while', () =>
    watching(async (slack, { time, becomes }) => {
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      await only(slack, general(slack));
      slack.troubles.add('chat.update', { status: 503 }, 3);
      becomes(mended);
      await time.pass(4_000);
      await soon(() => expect(slack.troubles.waiting()).toEqual([]));
      expect(readable(await only(slack, general(slack)))).toContain('[Stop]');
      await time.pass(4_000);
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('is healthy'));
    }));

  it('says that it stopped with the process, and another process goes on in the same message', () =>
    watching(async (slack, { time, becomes, restart }) => {
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      const begun = await only(slack, general(slack));
      await time.pass(1_000);
      await restart();
      const ended = await only(slack, general(slack));
      expect(readable(ended)).toMatch(/^:x: The watch stopped with the process after 1 s: press "Watch again"\./u);
      await time.pass(1_000);
      await slack.clickButton(ended, buttonOf(ended, 'Watch again'));
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('[Stop]'));
      becomes(mended);
      await time.pass(4_000);
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('After 3 s:'));
      expect((await only(slack, general(slack))).ts).toBe(begun.ts);
    }));

  it('that a process left behind is ended by its button all the same', () =>
    watching(async (slack, { time, restart }) => {
      slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
      const begun = await only(slack, general(slack));
      const left = { ...begun };
      await restart();
      // As if the process had been killed: its message still says that it goes on.
      slack.workspace.change(general(slack), begun.ts, { text: left.text, blocks: left.blocks }, true);
      await time.pass(1_000);
      const alive = await only(slack, general(slack));
      await slack.clickButton(alive, buttonOf(alive, 'Stop'));
      await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('Stopped watching checkout.'));
    }));

  it('ends when who asked may not ask any more', () => {
    let allowed = true;
    return watching(
      async (slack, { time }) => {
        slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
        await only(slack, general(slack));
        allowed = false;
        await time.pass(4_000);
        await soon(async () => expect(readable(await only(slack, general(slack)))).toContain('You may not ask this here.'));
      },
      { mayAsk: () => allowed },
    );
  });

  it('keeps the thread: a follow-up is about the watched Service', () => {
    const store = createMemoryStore({ now: Date.now });
    return watching(
      async (slack) => {
        const asked = slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
        await only(slack, general(slack));
        slack.sendMessage('@k8s-svc explain it', { channel: general(slack), threadTs: asked.ts });
        await soon(() => expect(botsIn(slack, general(slack))).toHaveLength(2));
        expect(readable(botsIn(slack, general(slack))[1])).toContain('checkout');
      },
      { store },
    );
  });

  it(
    'refuses the 51st with a sentence and another way',
    () =>
      watching(async (slack) => {
        for (let count = 0; count < 51; count += 1) {
          slack.sendMessage('@k8s-svc watch checkout -n shop', { channel: general(slack) });
          await slack.settled();
        }
        await soon(() => expect(botsIn(slack, general(slack))).toHaveLength(51));
        const last = botsIn(slack, general(slack)).filter((message) => !readable(message).includes('[Stop]'));
        expect(last).toHaveLength(1);
        expect(readable(last[0])).toContain('I follow 50 Services at once and have no room for another watch now.');
        expect(readable(last[0])).toContain('k8s-svc watch checkout -n shop');
      }),
    20_000,
  );
});
