import { drawPng } from '../../src/bin/draw-png.ts';
import { understand } from '../../src/core/ask/understand/understand.ts';
import { neighbourhoodOf } from '../../src/core/model/neighbourhood.ts';
import { viewService } from '../../src/core/model/service-view.ts';
import { drawTrafficPath } from '../../src/core/picture/draw-traffic-path.ts';
import { triageAnswer } from '../../src/core/triage/triage-answer.ts';
import { triageNeighbourhood, triageView } from '../../src/core/triage/triage-service.ts';
import { buildCluster } from '../../src/playground/sample-cluster/build-cluster.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';
import { renderSvg } from '../../src/render/picture/render-svg.ts';
import { renderSlack } from '../../src/render/slack/render-slack.ts';
import { pictureCases, pictureCluster } from '../../scripts/gen/picture-cluster.ts';
import type { Row } from '../row.ts';
import { median, share } from '../statistics.ts';
import { bigCluster } from './big-cluster.ts';
import { hostile } from './hostile.ts';
import { messages } from './messages.ts';
import { slackAcks } from './slack-acks.ts';

const ROUNDS = 5;

/** How long the parts take that read no cluster: medians of five rounds on one core. */
export async function pureRows(services: number): Promise<readonly Row[]> {
  const reader = createFileReader({
    files: [{ name: 'big', text: bigCluster(services) }],
    now: Date.parse('2026-01-02T00:00:00Z'),
  });
  const snapshot = await reader.read({ kind: 'cluster' }, [], new AbortController().signal);
  const list = snapshot.all('services');
  const byNamespace = Map.groupBy(list.read ? list.value : [], (service) => service.metadata.namespace);
  let named = 0;
  const checks = await rounds(() => {
    named = 0;
    for (const [namespace, of] of byNamespace) {
      const triages = triageNeighbourhood(snapshot, neighbourhoodOf(snapshot, namespace), of);
      named += triages.filter((one) => one.findings[0]?.check === 'selector-label-typo').length;
    }
  });

  const pictureText = JSON.stringify({ apiVersion: 'v1', kind: 'List', items: buildCluster(pictureCluster) });
  const pictureReader = createFileReader({ files: [{ name: 'pictures', text: pictureText }], now: pictureCluster.now });
  const pictured = await pictureReader.read({ kind: 'cluster' }, [], new AbortController().signal);
  const catalog = viewService(pictured, 'shop', pictureCases['two-hundred-pods']);
  const { service } = catalog;
  if (service === undefined) throw new Error('the sample cluster has lost its Service of 200 pods');
  const answer = triageAnswer(catalog, triageView(catalog, 'alone'), false);
  const acks = await slackAcks(200);

  return [
    {
      what: `check ${services} Services with ${services * 3} pods`,
      value: checks,
      unit: 'ms',
      goal: (1_500 * services) / 10_000,
    },
    { what: 'named with their cause', value: named, unit: 'of the broken', goal: Math.ceil(services / 125) },
    {
      what: 'understand a message',
      value: (await rounds(() => times(1_000, (at) => understand(messages[at % messages.length] ?? '')))) / 1_000,
      unit: 'ms',
      goal: 1,
    },
    {
      what: `understand ${hostile.length} texts of 100 kB made to be slow`,
      value: await rounds(() => hostile.forEach((text) => understand(text))),
      unit: 'ms',
      goal: 100 * hostile.length,
    },
    {
      what: 'render an answer for Slack',
      value: (await rounds(() => times(100, () => renderSlack(answer)))) / 100,
      unit: 'ms',
      goal: 2,
    },
    {
      what: 'draw the traffic path to 200 pods as PNG',
      value: await rounds(async () => {
        await drawPng(renderSvg(drawTrafficPath(pictured, service, []), 'light'));
      }),
      unit: 'ms',
      goal: 150,
    },
    {
      what: 'acknowledge 200 slash commands at once, 99 of 100',
      value: share(acks, 0.99),
      unit: 'ms',
      goal: 300,
      more: `half within ${median(acks).toFixed(0)} ms`,
    },
  ];
}

/** Milliseconds: of the clock, or of the processor where other work on the machine made that the smaller one. */
async function rounds(work: () => void | Promise<void>): Promise<number> {
  const took: number[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const from = performance.now();
    const processor = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(processor);
    took.push(Math.min(performance.now() - from, (user + system) / 1_000));
  }
  return median(took);
}

function times(count: number, work: (at: number) => void): void {
  for (let at = 0; at < count; at += 1) work(at);
}
