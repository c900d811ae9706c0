import { setTimeout as sleep } from 'node:timers/promises';
import type { Ack, Delivery } from './delivery.ts';
import type { Json } from './model.ts';

/** Slack tries an event again at once, after a minute and after five. Source: docs.slack.dev/apis/events-api/#retries */
export const RETRY_DELAYS_MS: readonly number[] = [0, 60_000, 300_000];

/** Delivers an event until the app takes it, refuses retries, or Slack would give up. */
export async function sendEvent(
  delivery: Delivery,
  payload: Json,
  delaysMs: readonly number[],
  signal: AbortSignal,
): Promise<Ack> {
  let ack = await delivery.send('event', payload);
  for (const [index, delayMs] of delaysMs.entries()) {
    if (ack.ok || ack.final === true || ack.reason === 'not_connected' || signal.aborted) return ack;
    try {
      await sleep(delayMs, undefined, { signal });
    } catch {
      return ack;
    }
    ack = await delivery.send('event', payload, { attempt: index + 1, reason: ack.reason });
  }
  return ack;
}
