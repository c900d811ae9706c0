import { describe, expect, it } from 'vitest';
import { clusterPart, storePart } from '../../src/bin/health-parts.ts';
import { lookAt } from '../../src/observe/health.ts';

describe('/readyz', () => {
  it('names what is only degraded: the bot goes on without it', async () => {
    const cache = { name: 'watch cache of prod', state: 'degraded', say: 'Not read yet: pods.' } as const;
    const health = await lookAt({
      cluster: () => clusterPart(200),
      store: () => storePart({ unreachableSince: () => Date.UTC(2026, 10, 20, 3) }),
      cache: () => [cache],
    });
    expect(health).toEqual({
      state: 'degraded',
      parts: [
        { name: 'cluster', state: 'ok' },
        { name: 'store', state: 'degraded', say: 'store unreachable since 2026-11-20T03:00:00.000Z' },
        cache,
      ],
    });
  });

  it('has no part for what is not there', async () => {
    expect(await lookAt({ store: () => [], cache: () => [] })).toEqual({ state: 'ok', parts: [] });
  });
});
