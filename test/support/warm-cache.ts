import { createWatchCache, type WatchCache, type WatchCacheOptions } from '../../src/read/cluster/cache/watch-cache.ts';
import { waitByClock } from '../../src/slack/wait.ts';
import { kubeConfigFor } from './kube-config.ts';

export interface TestCache extends WatchCache {
  /** Resolves when this is true: looked at whenever the cache has changed. Rejects after 15 s. */
  until(what: string, is: () => boolean): Promise<void>;
}

/** A cache over a server without TLS, started. Waits between two tries are cut to a hundredth. */
export function startCache(server: string, options: Partial<WatchCacheOptions> = {}): TestCache {
  const changed = new Set<() => void>();
  const cache = createWatchCache({
    config: kubeConfigFor(server),
    now: () => Date.now(),
    wait: (ms, signal) => waitByClock(ms / 100, signal),
    random: () => 0.5,
    staleAfterMs: 10_000,
    giveUpAfterMs: 300_000,
    onChange: () => changed.forEach((look) => look()),
    ...options,
  });
  cache.start();
  const until = (what: string, is: () => boolean): Promise<void> =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => reject(new Error(`not so after 15 s: ${what} (${cache.health().say})`)), 15_000);
      const look = (): void => {
        if (!is()) return;
        clearTimeout(timer);
        changed.delete(look);
        resolve();
      };
      changed.add(look);
      look();
    });
  return Object.defineProperties({ until } as TestCache, Object.getOwnPropertyDescriptors(cache));
}
