/**
 * Message timestamps as Slack makes them: `1760000000.123456`, unique and strictly increasing in the workspace, even
 * when the clock stands still or goes back. `now` is in epoch milliseconds.
 */
export function createTimestamps(now: () => number): () => string {
  let last = 0;
  return () => {
    last = Math.max(Math.round(now() * 1000), last + 1);
    return `${Math.floor(last / 1_000_000)}.${String(last % 1_000_000).padStart(6, '0')}`;
  };
}

/** Epoch milliseconds of a message timestamp. */
export function timeOf(ts: string): number {
  return Number(ts) * 1000;
}
