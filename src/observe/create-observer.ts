import { auditLine, refusalLine } from './audit-line.ts';
import type { LineWriter } from './line-writer.ts';
import type { Metrics } from './metrics.ts';
import type { ObservedApiCall, ObservedRequest, ObservedSlackCall } from './observed.ts';
import type { Reads } from './reads.ts';
import { resourceOfPath } from './resource-of-path.ts';
import type { Traces } from './traces.ts';

/** What a front end tells about its work. */
export interface Observer {
  within<T>(requestId: string, work: () => Promise<T>): Promise<T>;
  answered(seen: ObservedRequest): void;
  called(call: ObservedSlackCall): void;
  /** A request to an API server. */
  apiCalled(call: ObservedApiCall): void;
  alert(outcome: 'answered' | 'passed-over' | 'failed'): void;
  /** `asker` when no request was made of it: what was refused before it was read. */
  refused(reason: 'other-workspace' | 'too-many', asker?: ObservedRequest['asker']): void;
}

export interface ObserverDeps {
  readonly reads: Reads;
  readonly metrics: Metrics | undefined;
  readonly audit: LineWriter | undefined;
  readonly traces: Traces | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Counts what happens and writes the audit log. */
export function createObserver({ reads, metrics, audit, traces, now }: ObserverDeps): Observer {
  return {
    async within(requestId, work) {
      if (reads.current()?.requestId === requestId) return work();
      traces?.begin(requestId);
      try {
        return await reads.within(requestId, work);
      } finally {
        traces?.end(requestId);
      }
    },
    answered(seen) {
      metrics?.request(seen);
      const { requestId, request, answer, asker, durationMs } = seen;
      const outcome = answer.problem?.code ?? 'answered';
      const about = { verb: request?.verb ?? 'none', intent: answer.intent, surface: asker.via ?? 'other', outcome };
      traces?.past(requestId, 'answer', 1, durationMs, {});
      traces?.about(requestId, about, outcome === 'internal');
      audit?.write(auditLine(now(), seen, reads.of(seen.requestId)));
    },
    called(call) {
      metrics?.slackCall(call);
      const { method, outcome, durationMs } = call;
      traces?.past(reads.current()?.requestId, `slack ${method}`, 3, durationMs, { outcome }, outcome !== 'ok');
    },
    apiCalled(call) {
      metrics?.apiCall(call);
      reads.called(call);
      const { method, path, status, bytes, durationMs } = call;
      const { resource } = resourceOfPath(path);
      const about = { 'http.response.status_code': status, 'k8s_svc.bytes': bytes };
      traces?.past(reads.current()?.requestId, `${method} ${resource}`, 3, durationMs, about, status === 0 || status >= 500);
    },
    alert: (outcome) => metrics?.alert(outcome),
    refused(reason, asker) {
      metrics?.refused(reason);
      if (asker !== undefined) audit?.write(refusalLine(now(), reason, asker));
    },
  };
}
