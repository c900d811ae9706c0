/**
 * Runs work for a key one at a time. Of what comes meanwhile only the newest is run after it: who types fast gets a preview
 * of what stands there in the end, never an older one over a newer one, and the cluster is not read for every letter.
 */
export function createNewestOnly(): (key: string, work: () => Promise<void>) => Promise<void> {
  const waiting = new Map<string, (() => Promise<void>) | undefined>();
  return async (key, work) => {
    if (waiting.has(key)) {
      waiting.set(key, work);
      return;
    }
    waiting.set(key, undefined);
    try {
      let next: (() => Promise<void>) | undefined = work;
      while (next !== undefined) {
        try {
          await next();
        } catch (error) {
          // What failed is of no interest any more when something newer waits.
          if (waiting.get(key) === undefined) throw error;
        }
        next = waiting.get(key);
        waiting.set(key, undefined);
      }
    } finally {
      waiting.delete(key);
    }
  };
}
