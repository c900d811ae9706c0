export interface BreakerSettings {
  /** So many requests in a row that nothing answered open it. */
  readonly failures: number;
  readonly firstPauseMs: number;
  /** Pauses double up to this. */
  readonly longestPauseMs: number;
}

export const breakerSettings: BreakerSettings = { failures: 3, firstPauseMs: 5_000, longestPauseMs: 120_000 };

/**
 * Whether a cluster is asked at all. closed: it is. open: nobody waits for it until `nextTryAt`. half-open: one request
 * finds out whether it is back, the others do not wait. Times are epoch milliseconds.
 */
export type Breaker =
  | { readonly is: 'closed'; readonly failures: number; readonly answeredAt: number | undefined; readonly failedAt: number }
  | { readonly is: 'open' | 'half-open'; readonly silentSince: number; readonly nextTryAt: number; readonly pauseMs: number };

export const closedBreaker: Breaker = { is: 'closed', failures: 0, answeredAt: undefined, failedAt: 0 };

/** What may go out. `probe` is the one request that finds out; undefined: nothing, the answer is that the cluster is silent. */
export type Admission = 'request' | 'probe' | undefined;

/** What became of a request. `given-up`: whoever asked did not wait long enough to tell. */
export type Outcome = 'answered' | 'silent' | 'given-up';

export function admit(breaker: Breaker, now: number): { readonly breaker: Breaker; readonly admission: Admission } {
  if (breaker.is === 'closed') return { breaker, admission: 'request' };
  if (breaker.is === 'half-open' || now < breaker.nextTryAt) return { breaker, admission: undefined };
  return { breaker: { ...breaker, is: 'half-open' }, admission: 'probe' };
}

/** The breaker after a request that was admitted has come to its end. Any answer, however late, proves that the cluster is there. */
export function settle(
  breaker: Breaker,
  admission: Exclude<Admission, undefined>,
  outcome: Outcome,
  now: number,
  settings: BreakerSettings = breakerSettings,
): Breaker {
  if (outcome === 'answered') return { is: 'closed', failures: 0, answeredAt: now, failedAt: now };
  if (breaker.is === 'closed') {
    if (outcome === 'given-up') return breaker;
    const failures = breaker.failures + 1;
    const failedAt = breaker.failures === 0 ? now : breaker.failedAt;
    if (failures < settings.failures) return { ...breaker, failures, failedAt };
    const { firstPauseMs: pauseMs } = settings;
    return { is: 'open', silentSince: breaker.answeredAt ?? failedAt, nextTryAt: now + pauseMs, pauseMs };
  }
  // What went out before it opened says nothing new.
  if (admission === 'request') return breaker;
  if (outcome === 'given-up') return { ...breaker, is: 'open', nextTryAt: now };
  const pauseMs = Math.min(breaker.pauseMs * 2, settings.longestPauseMs);
  return { ...breaker, is: 'open', nextTryAt: now + pauseMs, pauseMs };
}
