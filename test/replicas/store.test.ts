import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createMemoryStore, update, type Store } from '../../src/slack/store.ts';
import { startRedis, type RedisServer } from './support/redis-server.ts';
import { connected } from './support/together.ts';

let redis: RedisServer;
const open: { close(): Promise<void> }[] = [];

beforeAll(async () => {
  redis = await startRedis();
});
afterAll(async () => {
  await Promise.all(open.map((one) => one.close()));
  await redis.stop();
});

/** Two that share what they hold: replicas, or for memory the same one twice. */
async function twoOf(kind: 'memory' | 'redis'): Promise<readonly [Store, Store]> {
  if (kind === 'memory') {
    const store = createMemoryStore({ now: Date.now });
    return [store, store];
  }
  await redis.ask('FLUSHALL');
  const both = [await connected(redis), await connected(redis)] as const;
  open.push(...both);
  return [both[0].store, both[1].store];
}

const lapse = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(['memory', 'redis'] as const)('a store in %s', (kind) => {
  it('lets the first caller claim a key, until it lapses', async () => {
    const [one, other] = await twoOf(kind);
    expect(await one.claim('a', 150)).toBe(true);
    expect([await other.claim('a', 150), await one.claim('a', 150), await other.claim('b', 150)]).toEqual([false, false, true]);
    await lapse(200);
    expect(await other.claim('a', 150)).toBe(true);
  });

  it('of fifty who claim at once lets one', async () => {
    const [one, other] = await twoOf(kind);
    const claims = await Promise.all(Array.from({ length: 50 }, (_, i) => (i % 2 ? one : other).claim('a', 5_000)));
    expect(claims.filter(Boolean)).toHaveLength(1);
  });

  it('lets the owner claim again, and nobody else', async () => {
    const [one, other] = await twoOf(kind);
    expect(await one.claim('a', 5_000, 'work-1')).toBe(true);
    expect(await other.claim('a', 5_000, 'work-1')).toBe(true);
    expect([await other.claim('a', 5_000, 'work-2'), await other.claim('a', 5_000)]).toEqual([false, false]);
  });

  it('holds values until they lapse, whatever characters they have', async () => {
    const [one, other] = await twoOf(kind);
    const value = '{"say":"наш ☕\\u0000\n\\" :*$-1\\r\\n"}';
    await one.set('a', value, 150);
    expect([await other.get('a'), await other.get('b')]).toEqual([value, undefined]);
    await lapse(200);
    expect(await one.get('a')).toBeUndefined();
  });

  it('frees a claim that is set to lapse', async () => {
    const [one, other] = await twoOf(kind);
    await one.claim('a', 60_000);
    await one.set('a', '', 1);
    await lapse(20);
    expect(await other.claim('a', 60_000)).toBe(true);
  });

  it('replaces only what is still held', async () => {
    const [one, other] = await twoOf(kind);
    expect([await one.replace('a', 'x', 'y', 5_000), await one.replace('a', undefined, 'x', 5_000)]).toEqual([false, true]);
    expect([await other.replace('a', undefined, 'z', 5_000), await other.replace('a', 'x', 'y', 5_000)]).toEqual([false, true]);
    expect(await one.get('a')).toBe('y');
  });

  it('loses no change of those who read, change and write at once', async () => {
    const [one, other] = await twoOf(kind);
    const add = (store: Store, word: string) =>
      update(store, 'list', (before) => JSON.stringify([...(JSON.parse(before ?? '[]') as string[]), word]), 5_000);
    await Promise.all([add(one, 'a'), add(other, 'b'), add(one, 'c'), add(other, 'd')]);
    expect((JSON.parse((await one.get('list')) ?? '') as string[]).toSorted()).toEqual(['a', 'b', 'c', 'd']);
  });
});

describe('a store in redis', () => {
  it('keeps to its prefix, and lets everything lapse', async () => {
    await redis.ask('FLUSHALL');
    const one = await connected({ url: redis.url, prefix: 'team-a' });
    open.push(one);
    await one.store.set('a', '1', 60_000);
    await one.store.claim('b', 60_000);
    await (await one.journal.begin('payload', { words: 'secret' })).release();
    await one.turns.queue('t').turn(1_000);
    const keys = (await redis.ask('KEYS', '*')) as string[];
    expect(keys.length).toBeGreaterThan(4);
    for (const key of keys) {
      expect(key).toMatch(/^team-a:/u);
      expect([key, Number(await redis.ask('PTTL', key)) > 0]).toEqual([key, true]);
    }
  });
});
