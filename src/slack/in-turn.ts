import { setTimeout as sleep } from 'node:timers/promises';
import type { SharedTurns } from './shared/shared.ts';

interface TurnLimits {
  /** Pieces of work at the same time, whatever their keys. */
  readonly atOnce?: number;
  /** After this time the next one of a key starts, whatever became of the one before. */
  readonly patienceMs?: number;
  /** The turns that other replicas take too, and what the keys are called there. */
  readonly shared?: { readonly turns: SharedTurns; readonly prefix: string };
}

const defaultPatienceMs = 30_000;

/** Work with the same key runs one after the other, in the order in which it came, and never more than `atOnce` in all. */
export function createTurns({
  atOnce = Number.POSITIVE_INFINITY,
  patienceMs,
  shared,
}: TurnLimits): (key: string, work: () => Promise<void>) => Promise<void> {
  const last = new Map<string, Promise<void>>();
  const waiting: (() => void)[] = [];
  let free = atOnce;

  async function limited(work: () => Promise<void>): Promise<void> {
    if (free > 0) free -= 1;
    else await new Promise<void>((resolve) => waiting.push(resolve));
    try {
      await work();
    } finally {
      const next = waiting.shift();
      if (next === undefined) free += 1;
      else next();
    }
  }

  return (key, work) => {
    const before = last.get(key);
    // Taken now, while it may be long until the work starts.
    const ticket = shared?.turns.queue(`${shared.prefix}${key}`);
    // No place is held while others have the turn: two replicas could wait for each other's places.
    const done = patient(before, patienceMs)
      .then(() => ticket?.turn(patienceMs ?? defaultPatienceMs))
      .then(() => limited(work))
      .finally(() => ticket?.leave());
    const settled = done.then(
      () => undefined,
      () => undefined,
    );
    last.set(key, settled);
    void settled.then(() => {
      if (last.get(key) === settled) last.delete(key);
    });
    return done;
  };
}

async function patient(before: Promise<void> | undefined, patienceMs: number | undefined): Promise<void> {
  if (before === undefined) return;
  if (patienceMs === undefined) return before;
  const over = new AbortController();
  const enough = sleep(patienceMs, undefined, { signal: over.signal }).catch(() => undefined);
  await Promise.race([before, enough]);
  over.abort();
}
