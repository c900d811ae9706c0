import { setTimeout as sleep } from 'node:timers/promises';
import type { Store } from '../store.ts';

const gapMs = 1_000;
const pollMs = 100;
/** Then Slack itself may say that it is too much: it also says how long to wait. */
const patienceMs = 10_000;

/** One message a second to a channel, over all replicas. Source: docs.slack.dev/apis/web-api/rate-limits */
export function createPace(store: Store): (channel: string) => Promise<void> {
  return async (channel) => {
    for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += pollMs) {
      if (await store.claim(`pace:${channel}`, gapMs)) return;
      await sleep(pollMs * (0.5 + Math.random()));
    }
  };
}
