import { describe, expect, it, vi } from 'vitest';
import { makeAssistant } from '../../../src/bin/make-assistant.ts';
import { Problem } from '../../../src/core/problem/problem.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../../src/playground/fake-slack/model.ts';
import type { SlackAppDeps } from '../../../src/slack/deps.ts';
import type { ScheduledScan } from '../../../src/slack/scans/scan-job.ts';
import { createMemoryStore } from '../../../src/slack/store.ts';
import { fakeTime } from '../support/fake-time.ts';
import { inWorkspace, readable } from '../support/fake-workspace.ts';
import { createLog } from '../support/log.ts';
import { shopAssistant } from '../support/shop-assistant.ts';

const oncall = 'C0K8ONCALL';
const hourly = { everyMinutes: 60 };
const everyHour: ScheduledScan = { channel: oncall, namespaces: ['shop'], schedule: hourly, onlyNew: false };
const hour = 60 * 60_000;

const broken = (yaml: string) => yaml;
const mended = (yaml: string) => yaml.replaceAll('app: chekout', 'app: checkout');
/** Another Service that selects nothing. */
const worse = (yaml: string) => `${yaml}
  - apiVersion: v1
    kind: Service
    metadata: { name: basket, namespace: shop, uid: s-basket }
    spec: { type: ClusterIP, clusterIP: 10.0.0.10, selector: { app: nowhere }, ports: [{ port: 80 }] }
`;

interface At {
  readonly slack: FakeSlack;
  readonly time: ReturnType<typeof fakeTime>;
  readonly log: ReturnType<typeof createLog>;
  readonly becomes: (state: (yaml: string) => string) => void;
  readonly restart: () => Promise<void>;
  /** Lets the next look come and be told. */
  readonly look: () => Promise<void>;
  readonly said: () => readonly Message[];
  readonly texts: () => readonly string[];
}

/** The bot with these scans, a clock at 10:42 that the test moves, and a cluster that it changes. */
async function scheduled(scans: readonly ScheduledScan[], run: (at: At) => Promise<void>, more: Partial<SlackAppDeps> = {}) {
  const time = fakeTime();
  const log = createLog();
  let state = broken;
  await inWorkspace(
    'HTTP',
    async (slack, { restart, settled }) => {
      const outcomes = () => log.lines.filter((line) => line.includes(' scheduled scan ')).length;
      const said = () => slack.workspace.messages(oncall).filter((one) => one.user === slack.workspace.directory.app.botUserId);
      await run({
        slack,
        time,
        log,
        restart,
        said,
        texts: () => said().map(readable),
        becomes: (next) => void (state = next),
        async look() {
          const before = outcomes();
          await time.pass(hour);
          await vi.waitFor(() => expect(outcomes()).toBeGreaterThan(before), { timeout: 5_000 });
          await settled();
        },
      });
    },
    {
      assistant: shopAssistant((yaml) => state(yaml)),
      logger: log,
      now: time.now,
      wait: time.wait,
      store: createMemoryStore({ now: time.now }),
      scans,
      ...more,
    },
  );
}

describe('scheduled scans', () => {
  it('tell the channel at their time, and edit that message while nothing is new', async () => {
    await scheduled([everyHour], async ({ look, said, texts, time }) => {
      await time.pass(60_000);
      expect(said()).toEqual([]);
      await look();
      expect(texts()).toEqual([expect.stringMatching(/1 of 1 Service.*does not work in namespace shop/u)]);
      const [first] = said();
      await look();
      await look();
      expect(said().map(({ ts }) => ts)).toEqual([first?.ts]);
      expect(texts()[0]).toMatch(/Nothing new since the earlier scan, 0 fixed, 1 unchanged/u);
    });
  });

  it('post what is new, and what is fixed', async () => {
    await scheduled([everyHour], async ({ look, texts, becomes }) => {
      await look();
      becomes(worse);
      await look();
      expect(texts()).toHaveLength(2);
      expect(texts()[1]).toMatch(/1 new or worse since the earlier scan, 0 fixed, 1 unchanged/u);
      expect(texts()[1]).toContain('basket');
      becomes((yaml) => mended(worse(yaml)));
      await look();
      expect(texts()).toHaveLength(3);
      expect(texts()[2]).toMatch(/Nothing new since the earlier scan, 1 fixed, 1 unchanged/u);
      expect(texts()[2]).toMatch(/Fixed \(1\)[^]*shop\/checkout/u);
      await look();
      expect(texts()).toHaveLength(3);
    });
  });

  it('say nothing with onlyNew until something is broken, nor when it is fixed', async () => {
    await scheduled([{ ...everyHour, onlyNew: true }], async ({ look, texts, becomes }) => {
      becomes(mended);
      await look();
      expect(texts()).toEqual([]);
      becomes(broken);
      await look();
      expect(texts()).toEqual([expect.stringContaining('1 new or worse')]);
      becomes(mended);
      await look();
      expect(texts()).toEqual([expect.stringContaining('1 fixed')]);
    });
  });

  it('are one message for each namespace, and one for the cluster', async () => {
    const scans = [
      { ...everyHour, namespaces: ['shop', 'prod'] },
      { channel: oncall, schedule: hourly, onlyNew: false },
    ];
    await scheduled(scans, async ({ time, texts }) => {
      await time.pass(hour);
      await vi.waitFor(() => expect(texts()).toHaveLength(3), { timeout: 5_000 });
      expect(texts().map((text) => /namespace shop|namespace prod|the cluster/u.exec(text)?.[0])).toEqual([
        'namespace shop',
        'namespace prod',
        'the cluster',
      ]);
    });
  });

  it('go on after a restart where they were, without a look of their own', async () => {
    await scheduled([everyHour], async ({ look, said, restart, time }) => {
      await look();
      await time.pass(20 * 60_000);
      await restart();
      await time.pass(60_000);
      expect(said()).toHaveLength(1);
      await look();
      expect(said()).toHaveLength(1);
    });
  });

  it('are run by one of several replicas', async () => {
    const time = fakeTime();
    const store = createMemoryStore({ now: time.now });
    const shared = { store, now: time.now, wait: time.wait, assistant: shopAssistant(), scans: [everyHour] };
    const [one, other] = [createLog(), createLog()];
    await inWorkspace(
      'HTTP',
      async (slack) => {
        const { createSlackApp } = await import('../../../src/slack/create-slack-app.ts');
        const { parseWords } = await import('../../../src/core/ask/parse-words.ts');
        const replica = createSlackApp({
          ...shared,
          parse: parseWords,
          token: slack.botToken,
          mode: { kind: 'http', signingSecret: 'of-the-fake-workspace', port: 0, host: '127.0.0.1' },
          slackApiUrl: slack.apiUrl,
          logger: other,
          newRequestId: () => 'replica',
          postGapMs: 0,
        });
        await replica.start();
        try {
          for (let at = 1; at <= 3; at += 1) {
            await time.pass(hour);
            await vi.waitFor(
              () =>
                expect([...one.lines, ...other.lines].filter((line) => line.startsWith('info scheduled scan'))).toHaveLength(
                  at,
                ),
              { timeout: 5_000 },
            );
          }
          expect(
            slack.workspace.messages(oncall).filter((message) => message.user === slack.workspace.directory.app.botUserId),
          ).toHaveLength(1);
        } finally {
          await replica.stop();
        }
      },
      { ...shared, logger: one },
    );
  });

  it('tell once that the cluster cannot be read, and forget nothing meanwhile', async () => {
    const real = shopAssistant();
    let isDown = false;
    const down = makeAssistant({
      names: ['test'],
      defaultName: 'test',
      open: () =>
        Promise.reject(new Problem('cluster-unreachable', 'The API server of test cannot be reached.', ['Is it up?'])),
    });
    const assistant = { answer: (...args: Parameters<typeof real.answer>) => (isDown ? down : real).answer(...args) };
    await scheduled(
      [everyHour],
      async ({ look, texts }) => {
        await look();
        isDown = true;
        await look();
        await look();
        expect(texts()).toHaveLength(2);
        expect(texts()[1]).toContain('cannot be reached');
        isDown = false;
        await look();
        // Nothing was new: the last message, which says that it cannot be reached, is the one to mend.
        expect(texts()).toHaveLength(2);
        expect(texts()[1]).toMatch(/Nothing new since the earlier scan, 0 fixed, 1 unchanged/u);
      },
      { assistant },
    );
  });

  it('post anew when somebody has deleted the last message', async () => {
    await scheduled([everyHour], async ({ look, said, slack }) => {
      await look();
      const [first] = said();
      slack.workspace.remove(oncall, first?.ts ?? '');
      await look();
      expect(said()).toHaveLength(1);
      expect(said()[0]?.ts).not.toBe(first?.ts);
    });
  });

  it('go on when a channel cannot be written to', async () => {
    const gone: ScheduledScan = { ...everyHour, channel: 'C0GONE00' };
    await scheduled([gone, everyHour], async ({ look, texts, log }) => {
      await look();
      await vi.waitFor(() => expect(texts()).toHaveLength(1), { timeout: 5_000 });
      expect(log.lines).toContain('error scheduled scan not told {"channel":"C0GONE00","error":"channel_not_found"}');
    });
  });
});
