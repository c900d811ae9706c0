import { setTimeout as sleep } from 'node:timers/promises';
import { webApi } from '@slack/bolt';
import { longestWaitMs } from './retry.ts';

/** One call after the other for each key. */
export type Lanes = <T>(key: string, call: () => Promise<T>) => Promise<T>;

interface Lane {
  tail: Promise<unknown>;
  /** Set while Slack wants no calls here for longer than anyone should wait. */
  closed?: unknown;
}

/**
 * Calls of one key run in their order, the next at least `gapMs` after the start of the one before; other keys go on
 * meanwhile. A call that waits for what Slack asked (Retry-After) holds up its own lane only. When Slack asks for more than
 * anyone should wait, the calls of that lane are refused at once until the time is over, without asking Slack again.
 * Source: docs.slack.dev/apis/web-api/rate-limits (about one message per second and channel)
 */
export function createLanes(gapMs: number): Lanes {
  const lanes = new Map<string, Lane>();

  async function through<T>(lane: Lane, call: () => Promise<T>): Promise<T> {
    if (lane.closed !== undefined) throw lane.closed;
    try {
      return await call();
    } catch (error) {
      if (error instanceof webApi.WebAPIRateLimitedError && error.retryAfter * 1_000 > longestWaitMs) {
        lane.closed = error;
        setTimeout(() => delete lane.closed, error.retryAfter * 1_000).unref();
      }
      throw error;
    }
  }

  return (key, call) => {
    const lane: Lane = lanes.get(key) ?? { tail: Promise.resolve() };
    lanes.set(key, lane);
    const started = lane.tail.then(() => ({ gap: gapMs > 0 ? sleep(gapMs) : undefined, done: through(lane, call) }));
    const done = started.then((one) => one.done);
    const over = Promise.allSettled([done, started.then((one) => one.gap)]);
    lane.tail = over;
    void over.then(() => {
      if (lane.tail === over && lane.closed === undefined) lanes.delete(key);
    });
    return done;
  };
}
