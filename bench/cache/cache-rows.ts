import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Worker } from 'node:worker_threads';
import type { KubeConfig } from '@kubernetes/client-node';
import { singleCluster } from '../../src/app/clusters.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { createWatchCache } from '../../src/read/cluster/cache/watch-cache.ts';
import { createClusterReader } from '../../src/read/cluster/cluster-reader.ts';
import { kubeConfigFor } from '../../test/support/kube-config.ts';
import { nameOf, namespaceOf, type ManyServices } from '../live/shop-of-many.ts';
import type { Row } from '../row.ts';
import { median, share } from '../statistics.ts';
import { watchPieces } from './longest-piece.ts';

const TRIAGES = 200;
const SCANS = 8;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** Megabytes of the objects that are in use. */
function heapMb(): number {
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1_048_576;
}

/** The watch cache over a fake API server in another thread. */
export async function cacheRowsOverFake(of: ManyServices): Promise<readonly Row[]> {
  const worker = new Worker(new URL('serve-many.ts', import.meta.url), { workerData: of });
  try {
    const [url] = (await once(worker, 'message')) as [string];
    return await cacheRows(kubeConfigFor(url), of, 'with the fake API server');
  } finally {
    await worker.terminate();
  }
}

/** The watch cache over a cluster that holds what `shop-of-many.ts` says: how long, how much memory, and how quick after that. */
export async function cacheRows(config: KubeConfig, of: ManyServices, beside?: string): Promise<readonly Row[]> {
  const before = heapMb();
  let settled: () => void = () => undefined;
  const cache = createWatchCache({
    config,
    now: Date.now,
    wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
    random: Math.random,
    staleAfterMs: 10_000,
    giveUpAfterMs: 300_000,
    onChange: () => cache.synced && settled(),
  });
  const syncing = new Promise<void>((resolve) => (settled = resolve));
  const syncPieces = watchPieces();
  const from = performance.now();
  const processor = process.threadCpuUsage();
  cache.start();
  await syncing;
  const syncMs = performance.now() - from;
  const used = process.threadCpuUsage(processor);
  const syncPieceMs = syncPieces.stop();
  const held = heapMb() - before;
  try {
    const reader = createClusterReader({ config, now: () => Date.now() + 6 * 60_000, cache });
    const assistant = makeAssistant(singleCluster(reader.cluster, () => Promise.resolve(reader)));
    const ask = (words: string) =>
      assistant.answer(parseWords(words), { signal: AbortSignal.timeout(120_000), requestId: 'bench' });
    const took: number[] = [];
    for (let at = 0; at < TRIAGES; at += 1) {
      const index = (at * 37) % of.services;
      const start = performance.now();
      await ask(`triage ${nameOf(index)} -n ${namespaceOf(index)}`);
      if (at >= 20) took.push(performance.now() - start);
    }
    await ask('scan -A');
    await ask('scan -A');
    const scans: number[] = [];
    const cpu: number[] = [];
    let broken = 0;
    let pieceMs = 0;
    for (let at = 0; at < SCANS; at += 1) {
      const start = performance.now();
      const own = process.threadCpuUsage();
      const { findings } = await ask('scan -A');
      scans.push(performance.now() - start);
      const { user, system } = process.threadCpuUsage(own);
      const pieces = watchPieces();
      await ask('scan -A');
      pieceMs = pieces.stop();
      cpu.push((user + system) / 1_000);
      broken = new Set(
        findings
          ?.filter(({ role, severity }) => role === 'root-cause' && severity !== 'info')
          .map(({ object, service }) => `${(service ?? object).namespace}/${(service ?? object).name}`),
      ).size;
    }
    const after = heapMb() - before;
    const ofAll = of.services / 1_000;
    return [
      { what: 'first reading of everything', value: syncMs, unit: 'ms', more: `${cache.objects} objects` },
      { what: 'processor time of it', value: (used.user + used.system) / 1_000, unit: 'ms' },
      { what: 'longest work without a pause meanwhile', value: syncPieceMs, unit: 'ms', goal: 50 },
      {
        what: 'memory of the cache',
        value: held,
        unit: 'MB',
        goal: of.services >= 10_000 ? 250 : 80,
        more: `${(held / ofAll).toFixed(1)} MB per 1,000 Services`,
      },
      { what: 'memory with the indexes of scans', value: after, unit: 'MB' },
      {
        what: 'memory of the process',
        value: process.memoryUsage().rss / 1_048_576,
        unit: 'MB',
        ...(beside === undefined ? {} : { more: beside }),
      },
      { what: 'triage, half within', value: median(took), unit: 'ms' },
      { what: 'triage, 99 of 100 within', value: share(took, 0.99), unit: 'ms' },
      {
        what: 'scan of the whole cluster, the quickest',
        value: Math.min(...scans),
        unit: 'ms',
        goal: (100 * of.services) / 2_000,
      },
      { what: 'processor time of a scan, the least', value: Math.min(...cpu), unit: 'ms' },
      { what: 'longest work without a pause during a scan', value: pieceMs, unit: 'ms', goal: 50 },
      { what: 'broken Services found', value: broken, unit: 'of the broken', goal: of.broken },
    ];
  } finally {
    await cache.stop();
  }
}
