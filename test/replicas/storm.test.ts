import { writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startCluster, type TestCluster } from './support/cluster.ts';
import { startReplicas, type Replicas, type Way } from './support/replicas.ts';
import { runStorm, type StormReport } from './support/storm.ts';

const events = Number(process.env['REPLICAS_EVENTS'] ?? 2_000);
const aSecond = Number(process.env['REPLICAS_A_SECOND'] ?? 40);

let cluster: TestCluster;
beforeAll(async () => {
  cluster = await startCluster();
});
afterAll(async () => {
  await cluster.stop();
});

/** What is broken when so many of the questions were asked, one after the other. */
const plan: readonly { readonly at: number; readonly what: (replicas: Replicas) => Promise<unknown> }[] = [
  { at: 0.08, what: ({ crash }) => crash(0) },
  { at: 0.18, what: ({ crash }) => crash(1) },
  { at: 0.28, what: ({ crash }) => crash(2) },
  { at: 0.42, what: ({ crashRedis }) => crashRedis() },
  { at: 0.58, what: ({ restart }) => restart(0) },
  { at: 0.64, what: ({ restart }) => restart(1) },
  { at: 0.7, what: ({ restart }) => restart(2) },
  { at: 0.8, what: ({ crash }) => Promise.all([crash(0), crash(1)]) },
  { at: 0.9, what: ({ crash }) => crash(2) },
];

describe.each<{ way: Way; share: number }>([
  { way: 'HTTP', share: 1 },
  { way: 'Socket Mode', share: 0.25 },
])('three replicas over $way', ({ way, share }) => {
  it(
    'answer every question once, while they are killed and restarted and Redis is restarted',
    async () => {
      const replicas = await startReplicas(way, 3, cluster);
      try {
        const total = Math.round(events * share);
        let breaking: Promise<unknown> = Promise.resolve();
        let next = 0;
        const onAsked = (asked: number): void => {
          for (let step = plan[next]; step !== undefined && asked >= step.at * total; step = plan[next]) {
            next += 1;
            const { what } = step;
            breaking = breaking.then(() => what(replicas));
          }
        };
        const started = Date.now();
        const reportAt = await runStorm(replicas.slack, { events: total, aSecond, atOnce: 80, onAsked });
        await breaking;
        await replicas.idle();
        const report = reportAt(replicas.troubles);
        const takenOver = replicas.log.filter((line) => line.includes('taken over')).length;
        console.log(wordsOf(report, way, replicas, Date.now() - started, takenOver));
        const { REPLICAS_LOG: file } = process.env;
        if (file !== undefined) writeFileSync(file, replicas.log.join('\n'));
        expect(report.total).toBe(total);
        expect(report.lost).toEqual([]);
        expect(report.doubles.filter(({ because }) => because === undefined)).toEqual([]);
        // Otherwise nothing of all this was tried.
        expect(replicas.troubles).toHaveLength(10);
        expect(takenOver).toBeGreaterThan(0);
      } finally {
        await replicas.stop();
      }
    },
    10 * 60_000,
  );
});

function wordsOf(report: StormReport, way: Way, { troubles, log }: Replicas, tookMs: number, takenOver: number): string {
  const kinds = Object.entries(report.asked).map(([kind, count]) => `${count} ${kind}`);
  const outcomes = log.flatMap((line) => /"outcome":"([\w-]+)"/u.exec(line)?.[1] ?? []);
  const odd = [...new Set(outcomes.filter((one) => one !== 'answered'))].map(
    (one) => `${outcomes.filter((other) => other === one).length} ${one}`,
  );
  return [
    `${way}, over ${cluster.say}: ${report.total} questions in ${Math.round(tookMs / 1_000)} s (${kinds.join(', ')})`,
    `broken meanwhile: ${troubles.map(({ what }) => what).join(', ')}`,
    `lost = ${report.lost.length}, doubles = ${report.doubles.length}, told to ask again = ${report.apologies}, asked again after Slack's own error = ${report.askedAgain}`,
    `taken over from a replica that died = ${takenOver}; other outcomes: ${odd.join(', ') || 'none'}`,
    `answered after ${report.medianMs} ms in the median, ${report.longestMs} ms at most`,
    ...report.lost.map((words) => `  lost: ${words}`),
    ...report.doubles.map(({ words, because }) => `  double: ${words}: ${because ?? 'NOT EXPLAINED'}`),
  ].join('\n');
}
