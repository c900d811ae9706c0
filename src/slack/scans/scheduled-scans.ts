import { slackError } from '../deliver/retry.ts';
import type { SlackLogger } from '../logger.ts';
import type { Store } from '../store.ts';
import type { Wait } from '../wait.ts';
import { runScan, type ScanDesk } from './run-scan.ts';
import { jobsOf, type ScanJob, type ScheduledScan } from './scan-job.ts';
import { dueSlot } from './schedule.ts';

interface Deps {
  readonly scans: readonly ScheduledScan[];
  readonly store: Store;
  readonly logger: SlackLogger;
  readonly now: () => number;
  readonly wait: Wait;
}

/** Twice a minute: no time of a schedule is missed, and two ticks in one minute are one look. */
const tickMs = 30_000;
/** No slot comes again, and none is claimed later than this after it. */
const claimMs = 2 * 24 * 60 * 60 * 1_000;

export interface ScheduledScans {
  /** Until the signal is aborted. Never rejects. */
  run(signal: AbortSignal): Promise<void>;
}

/** Runs the scans of the configuration at their times, one after another; of several replicas one runs each. */
export function createScheduledScans({ scans, store, logger, now, wait }: Deps, desk: ScanDesk): ScheduledScans {
  const jobs = jobsOf(scans);

  async function runWhenDue(job: ScanJob): Promise<void> {
    const slot = dueSlot(job.schedule, now());
    if (slot === undefined || !(await store.claim(`scan:${job.key}:${slot}`, claimMs))) return;
    const started = now();
    const outcome = await runScan(desk, job);
    logger.info('scheduled scan', { channel: job.channel, outcome, durationMs: now() - started });
  }

  return {
    async run(signal) {
      if (jobs.length === 0) return;
      while (!signal.aborted) {
        for (const job of jobs) {
          if (signal.aborted) return;
          try {
            await runWhenDue(job);
          } catch (error) {
            logger.error('scheduled scan not told', { channel: job.channel, error: slackError(error) ?? 'no answer' });
          }
        }
        await wait(tickMs, signal);
      }
    },
  };
}
