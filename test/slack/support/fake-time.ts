import { setTimeout as sleep } from 'node:timers/promises';
import type { Wait } from '../../../src/slack/wait.ts';

/** A clock that only a test moves, and what waits by it. */
export function fakeTime(start = Date.UTC(2026, 10, 20, 10, 42)) {
  let now = start;
  const waiting = new Map<() => void, number>();
  const wait: Wait = (ms, signal) =>
    new Promise((resolve) => {
      const done = () => {
        waiting.delete(done);
        resolve();
      };
      if (signal.aborted) return done();
      waiting.set(done, now + ms);
      signal.addEventListener('abort', done, { once: true });
    });

  /** Real time for what was woken: it comes to wait again, or has ended. */
  async function woken(): Promise<void> {
    for (let tries = 0; waiting.size === 0 && tries < 60; tries += 1) await sleep(5);
  }

  return {
    now: () => now,
    wait,
    /** Lets this much time pass, and each waiting one wake at its own time. */
    async pass(ms: number): Promise<void> {
      const target = now + ms;
      for (;;) {
        await woken();
        const [next] = [...waiting].sort(([, one], [, other]) => one - other);
        if (next === undefined || next[1] > target) break;
        now = Math.max(now, next[1]);
        next[0]();
        await sleep(1);
      }
      now = target;
    },
  };
}
