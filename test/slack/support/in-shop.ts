import { createAlertLocator } from '../../../src/app/alert/locate-alert.ts';
import { singleCluster } from '../../../src/app/clusters.ts';
import { drawPng } from '../../../src/bin/draw-png.ts';
import { postAlerts } from '../../../src/playground/alerts/post-alerts.ts';
import type { LiveCluster } from '../../../src/playground/sample-cluster/live-cluster.ts';
import { liveShop } from '../../playground/live-shop.ts';
import { fakeTime } from './fake-time.ts';
import { inWorkspace, type Way } from './fake-workspace.ts';
import { personIn, type Person } from './person.ts';

/** Who and what a story is about. */
export interface Shop {
  readonly you: Person;
  /** A colleague. */
  readonly sam: Person;
  /** The sample cluster with its switches; a switch that moves posts an alert to #oncall. */
  readonly cluster: LiveCluster;
  /** Lets time pass for what waits between two looks. */
  readonly pass: (ms: number) => Promise<void>;
  /** Resolves when the bot has answered all that it got. */
  readonly settled: () => Promise<void>;
  readonly restart: () => Promise<void>;
  /** What people thought of answers. */
  readonly feedback: readonly string[];
}

export type Story = (shop: Shop) => Promise<void>;

/** All that `npm start` puts together, in a fake workspace that delivers in this way: the real Bolt App over a cluster that can be broken. */
export async function inShop(way: Way, story: Story): Promise<void> {
  const time = fakeTime(Date.now());
  const { live: cluster, assistant } = liveShop(time.now);
  const feedback: string[] = [];
  await inWorkspace(
    way,
    async (slack, { settled, restart }) => {
      const stopAlerts = postAlerts(slack, cluster);
      try {
        await story({
          you: personIn(slack),
          sam: personIn(slack, 'U0K8SAM'),
          cluster,
          pass: (ms) => time.pass(ms),
          settled,
          restart,
          feedback,
        });
      } finally {
        stopAlerts();
      }
    },
    {
      assistant,
      locateAlert: createAlertLocator({
        clusters: singleCluster(cluster.reader.cluster, () => Promise.resolve(cluster.reader)),
      }),
      alerts: { channels: ['C0K8ONCALL'] },
      drawPng,
      now: time.now,
      wait: time.wait,
      // What a loaded machine takes for an answer is not what is told here.
      deadlineMs: 60_000,
      onFeedback: (intent, value) => void feedback.push(`${intent} ${value}`),
    },
  );
}
