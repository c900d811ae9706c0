import type { KubeConfig } from '@kubernetes/client-node';
import { createWatchCache, type WatchCache, type WatchCacheOptions } from '../../src/read/cluster/cache/watch-cache.ts';
import { waitByClock } from '../../src/slack/wait.ts';
import { kubeConfigFor } from './kube-config.ts';

export interface TestCache extends WatchCache {
  /** Resolves when this is true: looked at whenever the cache has changed. Rejects after 15 s. */
  until(what: string, is: () => boolean): Promise<void>;
  /** The same for what takes a read to know. */
  untilAsync(what: string, is: () => Promise<boolean>): Promise<void>;
}

/** A cache over a server without TLS, or that of a kubeconfig, started. Waits between two tries are cut to a hundredth. */
export function startCache(server: string | KubeConfig, options: Partial<WatchCacheOptions> = {}): TestCache {
  const changed = new Set<() => void>();
  const cache = createWatchCache({
    config: typeof server === 'string' ? kubeConfigFor(server) : server,
    now: () => Date.now(),
    wait: (ms, signal) => waitByClock(ms / 100, signal),
    random: () => 0.5,
    staleAfterMs: 10_000,
    giveUpAfterMs: 300_000,
    onChange: () => changed.forEach((look) => look()),
    ...options,
  });
  cache.start();
  const untilAsync = async (what: string, is: () => Promise<boolean>): Promise<void> => {
    const late = AbortSignal.timeout(15_000);
    let look: () => void = () => undefined;
    try {
      for (;;) {
        const change = new Promise<void>((resolve, reject) => {
          look = resolve;
          late.addEventListener('abort', () => reject(new Error(`not so after 15 s: ${what} (${cache.health().say})`)));
        });
        change.catch(() => undefined);
        changed.add(look);
        if (await is()) return;
        await change;
        changed.delete(look);
      }
    } finally {
      changed.delete(look);
    }
  };
  const until = (what: string, is: () => boolean): Promise<void> => untilAsync(what, () => Promise.resolve(is()));
  return Object.defineProperties({ until, untilAsync } as TestCache, Object.getOwnPropertyDescriptors(cache));
}
