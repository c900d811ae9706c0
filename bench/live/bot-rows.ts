import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { singleCluster } from '../../src/app/clusters.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import type { Reader } from '../../src/core/model/reader.ts';
import type { Row } from '../row.ts';
import { median, share } from '../statistics.ts';
import { withBot } from '../with-bot.ts';
import { countRequests } from './count-requests.ts';
import { nameOf, namespaceOf, type ManyServices } from './shop-of-many.ts';

const TRIAGES = 200;

/** What people wait for in the running bot: its client is loaded and its connections are open. */
export async function botRows(reader: Reader, of: ManyServices): Promise<readonly Row[]> {
  const assistant = makeAssistant(singleCluster(reader.cluster, () => Promise.resolve(reader)));
  const ask = (words: string) =>
    assistant.answer(parseWords(words), { signal: AbortSignal.timeout(120_000), requestId: 'bench' });
  const triage = (at: number) => {
    const index = (at * 37) % of.services;
    return ask(`triage ${nameOf(index)} -n ${namespaceOf(index)}`);
  };
  for (let at = 0; at < 20; at += 1) await triage(at);

  const took: number[] = [];
  const processor = process.cpuUsage();
  for (let at = 0; at < TRIAGES; at += 1) {
    const from = performance.now();
    await triage(at);
    took.push(performance.now() - from);
  }
  const { user, system } = process.cpuUsage(processor);
  // The seventh Service is one of the healthy ones.
  const { requests, bytes } = await countRequests(() => ask(`triage ${nameOf(7)} -n ${namespaceOf(7)}`));

  await ask('scan -A');
  const stalls = monitorEventLoopDelay({ resolution: 5 });
  stalls.enable();
  const from = performance.now();
  const scanned = await countRequests(() => ask('scan -A'));
  const scanMs = performance.now() - from;
  stalls.disable();

  return [
    { what: 'triage of one Service, half within', value: median(took), unit: 'ms', goal: 60 },
    { what: 'triage of one Service, 99 of 100 within', value: share(took, 0.99), unit: 'ms', goal: 250 },
    { what: 'processor time of a triage', value: (user + system) / 1_000 / TRIAGES, unit: 'ms', goal: 5 },
    { what: 'requests of a triage', value: requests, unit: 'requests', goal: 8, more: `${(bytes / 1_000).toFixed(0)} kB` },
    { what: 'scan of the whole cluster', value: scanMs, unit: 'ms', more: `${(scanned.bytes / 1_000_000).toFixed(1)} MB` },
    { what: 'requests of a scan', value: scanned.requests, unit: 'requests' },
    { what: 'longest stall of the event loop during a scan', value: stalls.max / 1_000_000, unit: 'ms', goal: 50 },
    await acksDuringScan(reader),
  ];
}

/** Slash commands, one every 50 ms, while one scan follows the other. */
async function acksDuringScan(reader: Reader): Promise<Row> {
  const acks = await withBot(reader, async (acked) => {
    await acked('scan -A');
    const waiting: Promise<number>[] = [];
    for (let at = 0; at < 60; at += 1) {
      waiting.push(acked(at % 20 === 0 ? 'scan -A' : 'help'));
      await sleep(50);
    }
    return Promise.all(waiting);
  });
  return { what: 'acknowledge a command while scans run, 99 of 100', value: share(acks, 0.99), unit: 'ms', goal: 100 };
}
