import { auditLine, refusalLine } from './audit-line.ts';
import type { LineWriter } from './line-writer.ts';
import type { Metrics } from './metrics.ts';
import type { ObservedRequest, ObservedSlackCall } from './observed.ts';
import type { Reads } from './reads.ts';

/** What a front end tells about its work. */
export interface Observer {
  within<T>(requestId: string, work: () => Promise<T>): Promise<T>;
  answered(seen: ObservedRequest): void;
  called(call: ObservedSlackCall): void;
  alert(outcome: 'answered' | 'passed-over' | 'failed'): void;
  /** `asker` when no request was made of it: what was refused before it was read. */
  refused(reason: 'other-workspace' | 'too-many', asker?: ObservedRequest['asker']): void;
}

export interface ObserverDeps {
  readonly reads: Reads;
  readonly metrics: Metrics | undefined;
  readonly audit: LineWriter | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Counts what happens and writes the audit log. */
export function createObserver({ reads, metrics, audit, now }: ObserverDeps): Observer {
  return {
    within: (requestId, work) => reads.within(requestId, work),
    answered(seen) {
      metrics?.request(seen);
      audit?.write(auditLine(now(), seen, reads.of(seen.requestId)));
    },
    called: (call) => metrics?.slackCall(call),
    alert: (outcome) => metrics?.alert(outcome),
    refused(reason, asker) {
      metrics?.refused(reason);
      if (asker !== undefined) audit?.write(refusalLine(now(), reason, asker));
    },
  };
}
