import type { Answer } from '../answer/answer.ts';
import { flatten, type Text } from '../answer/text.ts';

/** How long a Service is followed when nobody says otherwise, and how often it is looked at. */
export const watchLimits = { longestMs: 15 * 60_000, everyMs: 3_000 } as const;

/** A state that the Service was seen in, from `at` (epoch milliseconds) on. */
export interface Seen {
  readonly at: number;
  readonly say: Text;
  readonly status: Answer['status'];
}

/** A Service that is followed: since when, until when at most, and each state that it was seen in. Never empty. */
export interface Watch {
  readonly startedAt: number;
  readonly until: number;
  readonly states: readonly [Seen, ...Seen[]];
  /** Checks that could not run at the first look: what cannot be read all along holds no watch up. */
  readonly skipped: readonly string[];
}

/**
 * What one look means for a watch. `missed`: something did not answer, which the next look may mend. `cannot-look`: no
 * further look will be better. Nothing wrong in all that could ever be read counts as healthy: nobody can see more.
 */
export type Outlook = 'goes-on' | 'healthy' | 'missed' | 'cannot-look';

export function outlookOf({ problem, status, skipped = [] }: Answer, watch?: Watch): Outlook {
  if (problem !== undefined) {
    return problem.code === 'cluster-unreachable' || problem.code === 'timeout' ? 'missed' : 'cannot-look';
  }
  if (status === 'ok') return 'healthy';
  if (status !== 'info') return 'goes-on';
  return watch === undefined || skipped.every(({ check }) => watch.skipped.includes(check)) ? 'healthy' : 'missed';
}

export function beginWatch(first: Answer, now: number, longestMs: number = watchLimits.longestMs): Watch {
  return {
    startedAt: now,
    until: now + longestMs,
    states: [seenIn(first, now)],
    skipped: (first.skipped ?? []).map((one) => one.check),
  };
}

/** The watch after a look: a new state when it says something else than the one before, otherwise the same watch. */
export function afterLook(watch: Watch, look: Answer, now: number): Watch {
  const seen = seenIn(look, now);
  return sayOf(seen) === sayOf(lastOf(watch)) ? watch : { ...watch, states: [...watch.states, seen] };
}

export function lastOf({ states }: Watch): Seen {
  return states.at(-1) ?? states[0];
}

function seenIn({ headline, status, problem }: Answer, at: number): Seen {
  return { at, say: headline, status: status ?? (problem === undefined ? undefined : 'critical') };
}

function sayOf({ say }: Seen): string {
  return flatten(say);
}
