import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Entry } from '../../src/slack/shared/shared.ts';
import { startRedis, type RedisServer } from './support/redis-server.ts';
import { connected, reachable, times, type ConnectOptions } from './support/together.ts';

let redis: RedisServer;
const open: { close(): Promise<void> }[] = [];

beforeEach(async () => {
  redis = await startRedis();
});
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
  await redis.stop();
});

async function replica(more: Partial<ConnectOptions> = {}) {
  const one = await connected({ url: redis.url, ...more });
  open.push(one);
  const taken: Entry[] = [];
  one.journal.onAbandoned(async (entry) => void taken.push(entry));
  return { ...one, taken };
}

/** Ends it as SIGKILL does: nothing is told to anybody. */
const die = (one: { close(): Promise<void> }) => one.close();
const lapse = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('what a replica works on', () => {
  it('is taken over by one other when that replica dies, with its data', async () => {
    const one = await replica();
    const others = [await replica(), await replica(), await replica()];
    await one.journal.begin('payload', { text: 'why?' });
    await die(one);
    await expect.poll(() => others.flatMap(({ taken }) => taken).length, { timeout: 5_000 }).toBe(1);
    const [entry] = others.flatMap(({ taken }) => taken);
    expect(entry).toMatchObject({ kind: 'payload', data: { text: 'why?' }, attempt: 2 });
    await lapse(times.leaseMs * 2);
    expect(others.flatMap(({ taken }) => taken)).toHaveLength(1);
  });

  it('stays with it as long as it lives, however long that takes', async () => {
    const one = await replica();
    const other = await replica();
    await one.journal.begin('payload', {});
    await lapse(times.leaseMs * 2.5);
    expect(other.taken).toEqual([]);
  });

  it('is forgotten when it is done', async () => {
    const one = await replica();
    const other = await replica();
    await (await one.journal.begin('payload', {})).done();
    await die(one);
    await lapse(times.leaseMs * 2);
    expect(other.taken).toEqual([]);
    expect(await redis.ask('KEYS', '*work*')).toEqual([]);
  });

  it('is taken over at once when it is released', async () => {
    const one = await replica();
    const other = await replica();
    one.journal.stopTakingOver();
    const entry = await one.journal.begin('watch', { v: 1 });
    const started = performance.now();
    await entry.release();
    await expect.poll(() => other.taken.length, { timeout: 5_000 }).toBe(1);
    expect(performance.now() - started).toBeLessThan(times.leaseMs);
    expect(one.taken).toEqual([]);
  });

  it('counts how often it was begun', async () => {
    const one = await replica();
    await one.journal.begin('payload', {});
    await die(one);
    for (const attempt of [2, 3]) {
      const next = await replica();
      await expect.poll(() => next.taken.map((entry) => entry.attempt), { timeout: 5_000 }).toEqual([attempt]);
      await die(next);
    }
  });

  it.each([
    ['loses all it held', false],
    ['keeps what it held', true],
  ])('is not taken from a replica that lives when Redis restarts and %s', async (_, keeps) => {
    await redis.stop();
    redis = await startRedis({ keeps });
    const one = await replica();
    const other = await replica();
    const entry = await one.journal.begin('payload', {});
    await lapse(50);
    await redis.kill();
    await lapse(times.leaseMs * 1.5);
    await redis.start();
    await Promise.all([reachable(one), reachable(other)]);
    await lapse(times.leaseMs * 2.5);
    expect(other.taken).toEqual([]);
    // It is there again: when its replica dies now, it is not lost.
    await die(one);
    await expect.poll(() => other.taken.map(({ id }) => id), { timeout: 10_000 }).toEqual([entry.id]);
  });

  it('cannot be read in the store, nor written by who has not the secret', async () => {
    const one = await replica();
    const other = await replica();
    const entry = await one.journal.begin('payload', { user_id: 'U0PERSON', text: 'the words of a person' });
    const [data = ''] = (await redis.ask('KEYS', '*work*:data')) as string[];
    const [leases = ''] = (await redis.ask('KEYS', '*work*:leases')) as string[];
    const held = (await redis.ask('HGET', data, entry.id)) as string;
    expect(Buffer.from(held.slice(2), 'base64').toString('latin1') + held).not.toMatch(/words|U0PERSON|payload/u);
    await die(one);
    // Under another id, turned around, and made up.
    await redis.ask('HSET', data, 'copied', held, 'turned', `${held.slice(0, 30)}A${held.slice(31)}`, 'made-up', '1:e30=');
    await redis.ask('ZADD', leases, '0', 'copied', '0', 'turned', '0', 'made-up', '0', 'not-there');
    await expect.poll(() => other.taken.length, { timeout: 5_000 }).toBe(1);
    expect(other.taken[0]?.id).toBe(entry.id);
    expect(await redis.ask('HKEYS', data)).toEqual([entry.id]);
  });

  it('of another bot in the same Redis is left alone', async () => {
    const one = await replica({ secret: 'xoxb-one' });
    const other = await replica({ secret: 'xoxb-other' });
    await one.journal.begin('payload', {});
    await die(one);
    await lapse(times.leaseMs * 2);
    expect(other.taken).toEqual([]);
    const again = await replica({ secret: 'xoxb-one' });
    await expect.poll(() => again.taken.length, { timeout: 5_000 }).toBe(1);
  });
});
