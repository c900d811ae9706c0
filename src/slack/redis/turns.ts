import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { RedisLink } from './link.ts';
import type { SharedTurns } from '../shared/shared.ts';

/** A replica that died holds up its thread for so long. */
const leaseMs = 4_000;
const firstPollMs = 20;
const longestPollMs = 200;

/**
 * Takes a ticket or keeps it alive, and tells whether it is the first of those that are alive. Numbers are given by Redis, in
 * the order in which it was asked.
 */
const queueScript = `
local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000)
if not redis.call('ZSCORE', KEYS[1], ARGV[1]) then
  local last = redis.call('ZRANGE', KEYS[1], -1, -1, 'WITHSCORES')
  redis.call('ZADD', KEYS[1], (last[2] or 0) + 1, ARGV[1])
end
redis.call('HSET', KEYS[2], ARGV[1], now + ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[2] * 4)
redis.call('PEXPIRE', KEYS[2], ARGV[2] * 4)
while true do
  local first = redis.call('ZRANGE', KEYS[1], 0, 0)[1]
  if first == ARGV[1] then return 1 end
  local alive = redis.call('HGET', KEYS[2], first)
  if alive and tonumber(alive) > now then return 0 end
  redis.call('ZREM', KEYS[1], first)
  redis.call('HDEL', KEYS[2], first)
end`;

/** What is said in one thread is answered in its order, whichever replicas get it: a queue with leases in Redis. */
export function createRedisTurns(link: RedisLink, { prefix }: { readonly prefix: string }): SharedTurns {
  return {
    queue(key) {
      const id = randomUUID();
      const keys = [`${prefix}turns:${key}`, `${prefix}turns-alive:${key}`];
      const over = new AbortController();
      // Undefined while nobody can tell.
      const ask = async (): Promise<boolean | undefined> => {
        try {
          const args = [id, String(leaseMs)];
          return (await link.call((client) => client.eval(queueScript, { keys, arguments: args }))) === 1;
        } catch {
          return undefined;
        }
      };
      const first = ask();
      const renewing = setInterval(() => void ask(), leaseMs / 3);
      renewing.unref();
      return {
        async turn(patienceMs) {
          const until = performance.now() + patienceMs;
          let pauseMs = firstPollMs;
          for (let mine = await first; mine === false && !over.signal.aborted; mine = await ask()) {
            if (performance.now() >= until) return;
            await sleep(pauseMs);
            pauseMs = Math.min(pauseMs * 1.5, longestPollMs);
          }
        },
        leave() {
          over.abort();
          clearInterval(renewing);
          void first
            .then(() => link.call((client) => Promise.all([client.zRem(keys[0] ?? '', id), client.hDel(keys[1] ?? '', id)])))
            .catch(() => undefined);
        },
      };
    },
  };
}
