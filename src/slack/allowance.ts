/** How much of something one key may use: `perMinute` on average, and as many at once after a pause. 0 sets no limit. */
export interface AllowanceDeps {
  readonly perMinute: number;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface Allowance {
  /** Takes one. Milliseconds until the next one is there when none is left, else 0. */
  readonly take: (key: string) => number;
}

interface Bucket {
  left: number;
  at: number;
}

/** Keys beyond this are forgotten, the one that was used least recently first: it has most likely its full measure again. */
const mostKeys = 10_000;

/** A token bucket for each key. */
export function createAllowance({ perMinute, now }: AllowanceDeps): Allowance {
  const buckets = new Map<string, Bucket>();
  const msPerToken = 60_000 / perMinute;
  return {
    take(key) {
      if (perMinute <= 0) return 0;
      const at = now();
      const before = buckets.get(key) ?? { left: perMinute, at };
      const left = Math.min(perMinute, before.left + Math.max(0, at - before.at) / msPerToken);
      const enough = left >= 1;
      buckets.delete(key);
      buckets.set(key, { left: enough ? left - 1 : left, at });
      for (const oldest of buckets.keys()) {
        if (buckets.size <= mostKeys) break;
        buckets.delete(oldest);
      }
      return enough ? 0 : Math.ceil((1 - left) * msPerToken);
    },
  };
}
