import { setTimeout as sleep } from 'node:timers/promises';
import type { FileConfig } from '../config/file-schema.ts';
import type { CacheHealth } from '../read/cluster/cache/cache-health.ts';
import type { WatchCache, WatchCacheOptions } from '../read/cluster/cache/watch-cache.ts';
import type { SlackLogger } from '../slack/logger.ts';

/** A cluster with the account that reads it, and its name in health and log. */
type Watched = Pick<WatchCacheOptions, 'config' | 'source'> & { readonly name: string };

/** The watch caches of a process that serves. */
export interface ClusterCaches {
  /** Starts to watch the cluster of this kubeconfig, once; undefined where it is not to be watched. */
  open(cluster: Watched): Promise<WatchCache | undefined>;
  /** Of each cluster that is watched, for /readyz. */
  health(): readonly CacheHealth[];
  stop(): Promise<void>;
}

/** How often the state of the caches is looked at for the log. */
const LOOK_MS = 5_000;

export function createClusterCaches(settings: FileConfig['cache'], logger: SlackLogger): ClusterCaches {
  const caches = new Map<string, WatchCache>();
  const said = new Map<string, CacheHealth['state']>();
  const look = (): void => {
    for (const cache of caches.values()) {
      const { name, state, say } = cache.health();
      const before = said.get(name);
      if (before === state) continue;
      said.set(name, state);
      if (state === 'ok') logger.info(`${name}: ${say}`, { objects: cache.objects });
      else if (before === 'ok') logger.warn(`${name}: ${say}`);
    }
  };
  const looking = setInterval(look, LOOK_MS).unref();

  return {
    async open({ config, source, name }) {
      if (!settings.enabled || settings.clusters?.includes(name) === false) return undefined;
      const known = caches.get(name);
      if (known !== undefined) return known;
      const { createWatchCache } = await import('../read/cluster/cache/watch-cache.ts');
      const cache = createWatchCache({
        config,
        ...(source === undefined ? {} : { source }),
        name,
        now: () => Date.now(),
        wait: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
        random: Math.random,
        staleAfterMs: settings.staleAfterSeconds * 1_000,
        giveUpAfterMs: settings.giveUpAfterSeconds * 1_000,
      });
      caches.set(name, cache);
      cache.start();
      return cache;
    },
    health: () => [...caches.values()].map((cache) => cache.health()),
    async stop() {
      clearInterval(looking);
      await Promise.all([...caches.values()].map((cache) => cache.stop()));
    },
  };
}
