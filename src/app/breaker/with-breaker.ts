import type { Observed } from '../../core/model/observed.ts';
import type { Reader } from '../../core/model/reader.ts';
import { Problem, SilentCluster } from '../../core/problem/problem.ts';
import { admit, breakerSettings, closedBreaker, settle, type Breaker, type BreakerSettings, type Outcome } from './breaker.ts';
import { silentProblem } from './silent-problem.ts';

export interface BreakerOptions {
  readonly cluster: string;
  /** Of one read. Undefined: the request's own. */
  readonly deadlineMs?: number;
  readonly now: () => number;
  /** Clusters that can be asked in place of this one. */
  readonly others: () => readonly string[];
  readonly settings?: BreakerSettings;
}

/** A request that was given less time than this proves nothing about a cluster that did not answer it. */
const FAIR_MS = 5_000;
const later = 'Try again; if it stays, see whether kubectl is slow too.';

/**
 * Puts readers of one cluster behind one circuit breaker and one deadline: a cluster that is silent costs the next person
 * no waiting, and the person after the pause finds out whether it is back. Refused credentials and rights are answers.
 */
export function breakerFor({
  cluster,
  deadlineMs,
  now,
  others,
  settings = breakerSettings,
}: BreakerOptions): (reader: Reader) => Reader {
  let breaker: Breaker = closedBreaker;

  async function guarded<T>(signal: AbortSignal, ask: (signal: AbortSignal) => Promise<T>): Promise<T> {
    const { breaker: admitted, admission } = admit(breaker, now());
    breaker = admitted;
    if (admission === undefined) throw silentProblem({ cluster, breaker, now: now(), others: others() });
    const began = now();
    const limited = deadlineMs === undefined ? signal : AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
    try {
      const answered = await ask(limited);
      breaker = settle(breaker, admission, 'answered', now(), settings);
      return answered;
    } catch (error) {
      breaker = settle(breaker, admission, outcomeOf(error, signal, now() - began), now(), settings);
      throw error;
    }
  }

  const known = new WeakMap<Reader, Reader>();
  const forPerson = (as: NonNullable<Reader['as']>): NonNullable<Reader['as']> => {
    // One for each person, as behind it: what is kept of a cluster is kept by its Reader.
    return (who) => {
      const theirs = as(who);
      const before = known.get(theirs) ?? protect(theirs);
      known.set(theirs, before);
      return before;
    };
  };
  const protect = (reader: Reader): Reader => ({
    ...reader,
    read: (scope, wanted, signal) => guarded(signal, (limited) => reader.read(scope, wanted, limited)),
    findServices: (name, signal) =>
      guarded(signal, async (limited) => {
        const found = await reader.findServices(name, limited);
        if (nothingCame(found))
          throw new SilentCluster('timeout', `The API server of ${cluster} did not answer in time.`, [later]);
        return found;
      }),
    // Whoever asks: it is the same cluster that is silent.
    ...(reader.as === undefined ? {} : { as: forPerson(reader.as) }),
  });
  return protect;
}

function nothingCame(found: Observed<unknown>): boolean {
  return !found.read && found.unread.every(({ why }) => why === 'timed-out' || why === 'unreachable');
}

function outcomeOf(error: unknown, signal: AbortSignal, tookMs: number): Outcome {
  if (error instanceof SilentCluster) return silentOr(signal, tookMs);
  // Everything else that is expected was said by the cluster, or has nothing to do with it.
  return error instanceof Problem && error.code === 'cluster-forbidden' ? 'answered' : 'given-up';
}

/** Silent, unless whoever asked went away or did not wait long enough to tell. */
function silentOr({ aborted, reason }: AbortSignal, tookMs: number): Outcome {
  if (!aborted) return 'silent';
  const isLate = (reason as { name?: unknown } | undefined)?.name === 'TimeoutError';
  return isLate && tookMs >= FAIR_MS ? 'silent' : 'given-up';
}
