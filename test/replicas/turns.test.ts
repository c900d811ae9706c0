import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createTurns } from '../../src/slack/in-turn.ts';
import type { SharedTurns } from '../../src/slack/shared/shared.ts';
import { startRedis, type RedisServer } from './support/redis-server.ts';
import { connected } from './support/together.ts';

let redis: RedisServer;
let replicas: Awaited<ReturnType<typeof connected>>[];

beforeAll(async () => {
  redis = await startRedis();
  replicas = await Promise.all([connected(redis), connected(redis), connected(redis)]);
});
afterAll(async () => {
  await Promise.all(replicas.map((one) => one.close()));
  await redis.stop();
});

const at = (index: number) => replicas[index % replicas.length] as (typeof replicas)[number];
const turnsOf = (turns: SharedTurns, atOnce?: number) =>
  createTurns({ shared: { turns, prefix: 'thread:' }, ...(atOnce === undefined ? {} : { atOnce }) });
const ms = (time: number) => new Promise<void>((resolve) => setTimeout(resolve, time));

describe('work in one thread', () => {
  it('runs one after the other over all replicas, in the order in which it came', async () => {
    const fronts = replicas.map(({ turns }) => turnsOf(turns));
    const done: number[] = [];
    let running = 0;
    let most = 0;
    const all: Promise<void>[] = [];
    for (let i = 0; i < 12; i += 1) {
      const front = fronts[(i * 2 + (i % 5)) % 3] as (typeof fronts)[number];
      all.push(
        front('C1:1.1', async () => {
          running += 1;
          most = Math.max(most, running);
          await ms(i % 3 === 0 ? 60 : 5);
          running -= 1;
          done.push(i);
        }),
      );
      // Slack delivers one message after the other.
      await ms(10);
    }
    await Promise.all(all);
    expect([done, most]).toEqual([[0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 1]);
  });

  it('does not wait for other threads', async () => {
    const { promise: held, resolve: free } = Promise.withResolvers<void>();
    const long = turnsOf(at(0).turns)('C1:slow', () => held);
    let ran = false;
    await turnsOf(at(1).turns)('C1:other', async () => void (ran = true));
    expect(ran).toBe(true);
    free();
    await long;
  });

  it('goes on some seconds after the replica that had the turn has died', async () => {
    const dying = await connected(redis);
    await dying.turns.queue('thread:C1:dead').turn(1_000);
    const next = at(0).turns.queue('thread:C1:dead');
    let mine = false;
    const turn = next.turn(20_000).then(() => (mine = true));
    await ms(300);
    expect(mine).toBe(false);
    await dying.close();
    const started = performance.now();
    await turn;
    expect(performance.now() - started).toBeLessThan(6_000);
    next.leave();
  });

  it('waits no longer than its patience for one that hangs', async () => {
    const hanging = at(0).turns.queue('thread:C1:hangs');
    await hanging.turn(1_000);
    const started = performance.now();
    const next = at(1).turns.queue('thread:C1:hangs');
    await next.turn(400);
    expect(performance.now() - started).toBeGreaterThan(350);
    next.leave();
    hanging.leave();
  });

  it('leaves nothing behind', async () => {
    await turnsOf(at(0).turns)('C1:clean', async () => undefined);
    await expect.poll(() => redis.ask('KEYS', '*clean*')).toEqual([]);
  });

  it('holds no place of the few at once while another replica has the turn', async () => {
    const held = at(1).turns.queue('thread:C1:taken');
    await held.turn(1_000);
    const few = turnsOf(at(0).turns, 1);
    const waiting = few('C1:taken', async () => undefined);
    await ms(50);
    let ran = false;
    await few('C1:free', async () => void (ran = true));
    expect(ran).toBe(true);
    held.leave();
    await waiting;
  });
});

describe('messages to one channel', () => {
  it('go out one a second over all replicas, while another channel goes on', async () => {
    const sent: number[] = [];
    await Promise.all(
      Array.from({ length: 4 }, async (_, i) => {
        await at(i).pace('C1');
        sent.push(performance.now());
      }),
    );
    const gaps = sent.slice(1).map((one, i) => one - (sent[i] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThan(900);
    const started = performance.now();
    await at(0).pace('C2');
    expect(performance.now() - started).toBeLessThan(300);
  });
});
