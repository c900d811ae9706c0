import { cpus } from 'node:os';
import { drawPng } from '../src/bin/draw-png.ts';
import { understand } from '../src/core/ask/understand/understand.ts';
import { neighbourhoodOf } from '../src/core/model/neighbourhood.ts';
import { viewService } from '../src/core/model/service-view.ts';
import { drawTrafficPath } from '../src/core/picture/draw-traffic-path.ts';
import { triageNeighbourhood } from '../src/core/triage/triage-service.ts';
import { buildCluster } from '../src/playground/sample-cluster/build-cluster.ts';
import { createFileReader } from '../src/read/files/file-reader.ts';
import { renderSvg } from '../src/render/picture/render-svg.ts';
import { pictureCases, pictureCluster } from '../scripts/gen/picture-cluster.ts';
import { bigCluster } from './big-cluster.ts';
import { hostile } from './hostile.ts';
import { messages } from './messages.ts';
import { slackAcks } from './slack-acks.ts';

/**
 * `npm run bench`: how long the pure parts take on this machine, median of five runs. `--check` fails when one is over
 * its goal by more than a fifth. Times are of one core; they say nothing about a cluster or a network.
 */
interface Row {
  readonly what: string;
  readonly goalMs: number;
  readonly run: () => void | Promise<void>;
}

const services = Number(process.argv.find((word) => word.startsWith('--services='))?.split('=')[1] ?? 10_000);
const reader = createFileReader({
  files: [{ name: 'big', text: bigCluster(services) }],
  now: Date.parse('2026-01-02T00:00:00Z'),
});
const snapshot = await reader.read({ kind: 'cluster' }, [], new AbortController().signal);
const list = snapshot.all('services');
const byNamespace = Map.groupBy(list.read ? list.value : [], (service) => service.metadata.namespace);

const pictureText = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: buildCluster(pictureCluster) });
const pictureReader = createFileReader({ files: [{ name: 'pictures', text: pictureText }], now: pictureCluster.now });
const pictured = await pictureReader.read({ kind: 'cluster' }, [], new AbortController().signal);
const catalog = viewService(pictured, 'shop', pictureCases['two-hundred-pods']).service;
if (catalog === undefined) throw new Error('the sample cluster has lost its Service of 200 pods');

let broken = 0;
const rows: readonly Row[] = [
  {
    what: `check ${services} Services with ${services * 3} pods`,
    goalMs: (1_500 * services) / 10_000,
    run: () => {
      broken = 0;
      for (const [namespace, of] of byNamespace) {
        const triages = triageNeighbourhood(snapshot, neighbourhoodOf(snapshot, namespace), of);
        broken += triages.filter((one) => one.findings[0]?.check === 'selector-label-typo').length;
      }
    },
  },
  {
    what: 'understand 1,000 messages',
    goalMs: 1_000,
    run: () => {
      for (let index = 0; index < 1_000; index += 1) understand(messages[index % messages.length] ?? '');
    },
  },
  {
    what: `understand ${hostile.length} texts of 100 kB made to be slow`,
    goalMs: 100 * hostile.length,
    run: () => {
      for (const text of hostile) understand(text);
    },
  },
  {
    what: 'draw the traffic path to 200 pods as PNG',
    goalMs: 150,
    run: async () => {
      await drawPng(renderSvg(drawTrafficPath(pictured, catalog, []), 'light'));
    },
  },
];

let missed = 0;
console.log(`${cpus()[0]?.model ?? 'unknown processor'}, Node.js ${process.versions.node}`);
for (const { what, goalMs, run } of rows) {
  const times: number[] = [];
  for (let round = 0; round < 5; round += 1) {
    const from = performance.now();
    await run();
    times.push(performance.now() - from);
  }
  const median = times.toSorted((a, b) => a - b)[2] ?? 0;
  if (median > goalMs * 1.2) missed += 1;
  console.log(`${what.padEnd(46)} ${median.toFixed(0).padStart(6)} ms   goal ${goalMs.toFixed(0)} ms`);
}
/** Slack gives up after three seconds. */
const ackGoalMs = 1_000;
const acks = await slackAcks(200);
const [p50 = 0, p99 = 0] = [0.5, 0.99].map((share) => acks[Math.ceil(acks.length * share) - 1]);
if (p99 > ackGoalMs * 1.2) missed += 1;
console.log(
  `${'acknowledge 200 slash commands at once'.padEnd(46)} ${p99.toFixed(0).padStart(6)} ms   goal ${ackGoalMs} ms (99 of 100; half within ${p50.toFixed(0)} ms)`,
);
const expected = Math.ceil(services / 125);
console.log(`broken Services named with their cause: ${broken} of ${expected}`);
if (process.argv.includes('--check') && (missed > 0 || broken !== expected)) process.exitCode = 1;
