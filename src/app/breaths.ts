/** A scan may not keep others waiting longer: Slack wants an acknowledgement, the cache its events. */
const LONGEST_MS = 15;

export interface Breaths {
  /** True when work has gone on for too long without a pause. */
  isDue(): boolean;
  /** Lets everybody else have a turn. Throws the reason of the signal when it was aborted. */
  pause(): Promise<void>;
}

export function createBreaths(signal: AbortSignal): Breaths {
  let from = performance.now();
  return {
    isDue: () => performance.now() - from > LONGEST_MS,
    async pause() {
      await new Promise<void>((resolve) => setImmediate(resolve));
      signal.throwIfAborted();
      from = performance.now();
    },
  };
}
