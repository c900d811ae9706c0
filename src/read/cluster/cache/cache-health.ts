import type { Staleness } from '../../../core/model/snapshot.ts';
import type { ResourceWatch } from './resource-watch.ts';

/** For /readyz. Never `down`: what the cache does not hold is asked of the API server. */
export interface CacheHealth {
  readonly name: string;
  readonly state: 'ok' | 'degraded';
  readonly say: string;
}

export function cacheHealth(
  cluster: string,
  watches: readonly Pick<ResourceWatch, 'resource' | 'state'>[],
  stale: Staleness | undefined,
  now: number,
): CacheHealth {
  const name = `watch cache of ${cluster}`;
  const of = (state: ResourceWatch['state']) => watches.filter((watch) => watch.state === state).map((watch) => watch.resource);
  const [starting, forbidden, live, renewing] = [of('starting'), of('forbidden'), of('live'), of('renewing')];
  if (starting.length > 0) return { name, state: 'degraded', say: `Not read yet: ${starting.join(', ')}.` };
  if (stale !== undefined) {
    const seconds = Math.round((now - stale.asOf) / 1_000);
    return { name, state: 'degraded', say: `Not up to date for ${seconds} s: ${stale.resources.join(', ')}.` };
  }
  const renewed = renewing.length === 0 ? '' : ` Being renewed: ${renewing.join(', ')}.`;
  const asked = forbidden.length === 0 ? '' : ` May not be watched, and is asked for each time: ${forbidden.join(', ')}.`;
  return { name, state: 'ok', say: `${live.length} kinds are up to date.${renewed}${asked}` };
}
