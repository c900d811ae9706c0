import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { describeStore } from '../../src/slack/shared/shared.ts';
import type { Shared } from '../../src/slack/shared/shared.ts';
import { freePort } from '../support/free-ports.ts';
import { startRedis, type RedisServer } from './support/redis-server.ts';
import { connected, reachable } from './support/together.ts';
import { connectShared } from '../../src/slack/redis/connect-shared.ts';
import { createLog } from '../slack/support/log.ts';

let redis: RedisServer;
let one: Awaited<ReturnType<typeof connected>>;
let other: Awaited<ReturnType<typeof connected>>;

beforeEach(async () => {
  redis = await startRedis();
  one = await connected(redis);
  other = await connected(redis);
});
afterEach(async () => {
  await Promise.all([one.close(), other.close()]);
  await redis.stop();
});

/** A call ends within this time, whatever becomes of Redis. */
const mostMs = 300;

/** On a machine that has no time for this process, a timer of the same length comes late too. */
async function expectInTime<T>(call: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const timer = new Promise<number>((resolve) => setTimeout(() => resolve(performance.now() - started), mostMs));
  const value = await call();
  const tookMs = performance.now() - started;
  expect(tookMs).toBeLessThan(Math.max(mostMs, await timer));
  return value;
}

const every = (shared: Shared): readonly (() => Promise<unknown>)[] => [
  () => shared.store.claim('c', 1_000),
  () => shared.store.get('g'),
  () => shared.store.set('s', '1', 1_000),
  () => shared.store.replace('r', undefined, '1', 1_000),
  () => shared.journal.begin('payload', {}),
  () => shared.turns.queue('t').turn(10_000),
  () => shared.pace('C1'),
];

describe.each([
  ['is gone', () => redis.kill()],
  ['answers nothing', async () => redis.freeze()],
])('while Redis %s', (_, fail) => {
  it('each call ends within 300 ms', async () => {
    await fail();
    for (const call of every(one)) await expectInTime(call);
  });

  it('one call finds out, and nobody waits after it', async () => {
    await fail();
    await expectInTime(() => one.store.get('x'));
    const started = performance.now();
    for (let i = 0; i < 100; i += 1) await one.store.claim(`after-${i}`, 1_000);
    expect(performance.now() - started).toBeLessThan(100);
  });

  it('many calls at once end within 300 ms', async () => {
    await fail();
    await expectInTime(() => Promise.all(Array.from({ length: 200 }, (_, i) => one.store.claim(`many-${i}`, 1_000))));
  });

  it('each replica goes on with what it knows: an event is answered twice at worst', async () => {
    await one.store.claim('before', 60_000);
    await one.store.set('defaults', 'prod', 60_000);
    expect(await other.store.get('defaults')).toBe('prod');
    await fail();
    expect([await one.store.claim('now', 60_000), await one.store.claim('now', 60_000)]).toEqual([true, false]);
    expect(await other.store.claim('now', 60_000)).toBe(true);
    expect(await one.store.claim('before', 60_000)).toBe(false);
    expect([await one.store.get('defaults'), await other.store.get('defaults')]).toEqual(['prod', 'prod']);
  });

  it('health says since when, and that it is over', async () => {
    expect(describeStore(one.health)).toBe('store reachable');
    const before = Date.now();
    await fail();
    await one.store.get('x');
    const since = one.health.unreachableSince() ?? 0;
    expect(since).toBeGreaterThanOrEqual(before);
    expect(describeStore(one.health)).toBe(`store unreachable since ${new Date(since).toISOString()}`);
    redis.thaw();
    await redis.kill();
    await redis.start();
    await reachable(one);
    expect(describeStore(one.health)).toBe('store reachable');
    expect(one.log.lines.join('\n')).toMatch(/warn store unreachable: going on with what this process knows/u);
    expect(one.log.lines.join('\n')).toMatch(/info store reachable \{"afterMs":\d+\}/u);
  });

  it('what is set meanwhile is shared when it is back', async () => {
    await fail();
    await one.store.set('defaults', 'staging', 60_000);
    redis.thaw();
    await redis.kill();
    await redis.start();
    await Promise.all([reachable(one), reachable(other)]);
    await expect.poll(() => other.store.get('defaults')).toBe('staging');
  });
});

describe('at the start', () => {
  it('a Redis that is not there holds nobody up, and is used as soon as it is', async () => {
    const port = await freePort();
    const log = createLog();
    const shared = connectShared({
      url: `redis://127.0.0.1:${port}`,
      prefix: 'p',
      secret: 'xoxb-1',
      logger: log,
      now: Date.now,
    });
    try {
      expect(await expectInTime(() => shared.store.claim('a', 1_000))).toBe(true);
      expect(shared.health.unreachableSince()).toBeTypeOf('number');
      const late = await startRedis({ port });
      try {
        await reachable(shared);
      } finally {
        await late.stop();
      }
    } finally {
      await shared.close();
    }
  });

  it('a wrong password is no crash and stands in no log; the right one opens', async () => {
    const guarded = await startRedis({ password: 'right-p%40ss word' });
    try {
      const log = createLog();
      const options = { url: guarded.url, prefix: 'p', secret: 'xoxb-1', logger: log, now: Date.now };
      const refused = connectShared({ ...options, password: 'wrong-password' });
      expect(await expectInTime(() => refused.store.claim('a', 1_000))).toBe(true);
      await new Promise((resolve) => setTimeout(resolve, 500));
      expect(refused.health.unreachableSince()).toBeTypeOf('number');
      expect(log.lines.join('\n')).not.toContain('password');
      await refused.close();
      for (const url of [guarded.url, guarded.url.replace('//', '//default@')]) {
        const opened = await connected({ url, password: 'right-p%40ss word' });
        expect(opened.health.unreachableSince()).toBeUndefined();
        await opened.close();
      }
    } finally {
      await guarded.stop();
    }
  });
});
