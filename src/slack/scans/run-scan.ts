import type { Answer } from '../../core/answer/answer.ts';
import type { createEdit } from '../alerts/desk.ts';
import type { Answerer } from '../answerer.ts';
import type { Delivery } from '../deliver/deliver.ts';
import type { Store } from '../store.ts';
import { toCarried } from '../thread/carried-state.ts';
import { stateOf } from '../thread/thread-state.ts';
import type { Threads } from '../thread/threads.ts';
import type { ScanJob } from './scan-job.ts';
import { earlierOf, foundIn, keepScanState, readScanState, type ScanState } from './scan-state.ts';

export interface ScanDesk {
  readonly answerer: Pick<Answerer, 'answer'>;
  readonly delivery: Delivery;
  readonly threads: Threads;
  readonly store: Store;
  readonly edit: ReturnType<typeof createEdit>;
  /** Aborted when the process ends: what was not finished by then is not told. */
  readonly stopping: AbortSignal;
}

/** What was done with a look. */
export type ScanOutcome = 'posted' | 'edited' | 'silent';

/**
 * Looks, and tells the channel: news in a new message, no news by editing the last one. A look that fails is told once and
 * forgets nothing. Rejects with what Slack threw.
 */
export async function runScan(desk: ScanDesk, job: ScanJob): Promise<ScanOutcome> {
  const { store } = desk;
  const before = await readScanState(store, job.key);
  // A scan that nobody asked for has no asker whom a rule could name but the channel itself.
  const asker = { userId: 'scan', teamId: '', channelId: job.channel };
  const request = { ...job.request, ...(before === undefined ? {} : { since: earlierOf(before) }) };
  const { answer } = await desk.answerer.answer(asker, () => request);
  if (desk.stopping.aborted) return 'silent';
  const isFailed = answer.problem !== undefined;
  const next: ScanState = {
    v: 1,
    ...(answer.read === undefined ? {} : { cluster: answer.read.cluster }),
    findings: isFailed ? (before?.findings ?? []) : foundIn(answer),
    ...(before?.ts === undefined ? {} : { ts: before.ts }),
    failed: isFailed,
  };
  // Without anything that was read, the next look has nothing to compare with.
  const keep = async (ts: string | undefined) =>
    isFailed && before === undefined
      ? undefined
      : keepScanState(store, job.key, { ...next, ...(ts === undefined ? {} : { ts }) });

  if (!isNews(answer, before, job.onlyNew)) {
    const isEdited = before?.ts !== undefined && !isFailed && (await desk.edit(job.channel, before.ts, answer));
    if (isEdited || before?.ts === undefined || isFailed) {
      await keep(undefined);
      return isEdited ? 'edited' : 'silent';
    }
  }
  const carried = { state: toCarried(stateOf(answer, job.request)) };
  const place = { kind: 'post', channel: job.channel, userId: job.channel } as const;
  const posted = await desk.delivery.deliver(place, answer, { only: true, ...carried });
  await keep(posted?.ts);
  if (posted !== undefined) await desk.threads.remember(posted.channel, posted.threadTs, { answer, request: job.request });
  return 'posted';
}

function isNews({ problem, since, findings = [] }: Answer, before: ScanState | undefined, onlyNew: boolean): boolean {
  if (problem !== undefined) return before?.failed !== true;
  if (since === undefined) return !onlyNew || findings.some(({ severity }) => severity !== 'info');
  return since.new.length > 0 || (!onlyNew && since.fixed.length > 0);
}
