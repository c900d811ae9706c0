import { anyone, createMemoryStore, type Store } from '../store.ts';
import type { RedisLink } from './link.ts';

const mostUnsent = 1_000;
/** What was read last is better than nothing for so long. */
const seenForMs = 60 * 60 * 1_000;

/** One command, so that no other replica comes between. `ARGV[1]` says whether something has to be held before. */
const replaceScript = `
local held = redis.call('GET', KEYS[1])
if ARGV[1] == '1' then
  if held ~= ARGV[2] then return 0 end
elseif held then return 0 end
redis.call('SET', KEYS[1], ARGV[3], 'PX', ARGV[4])
return 1`;

/**
 * A Store that replicas share. While Redis cannot be reached it answers from what this process has read and written itself;
 * values that were set meanwhile are sent when Redis is back. So at worst an event is answered twice, never not at all.
 */
export function createRedisStore(link: RedisLink, deps: { readonly prefix: string; readonly now: () => number }): Store {
  const memory = createMemoryStore(deps);
  const unsent = new Map<string, { readonly value: string; readonly until: number }>();
  const nameOf = (key: string) => `${deps.prefix}${key}`;
  /** Redis takes whole milliseconds, and none below one. */
  const lifeOf = (ttlMs: number) => Math.max(1, Math.round(ttlMs));

  async function send(key: string, value: string, ttlMs: number): Promise<void> {
    await link.call((client) => client.set(nameOf(key), value, { expiration: { type: 'PX', value: lifeOf(ttlMs) } }));
  }

  link.onBack(() => {
    const waiting = [...unsent];
    unsent.clear();
    for (const [key, { value, until }] of waiting) {
      const leftMs = until - deps.now();
      if (leftMs > 0) send(key, value, leftMs).catch(() => unsent.set(key, { value, until }));
    }
  });

  return {
    async claim(key, ttlMs, owner) {
      // Remembered here too, for the time when Redis is away.
      const here = await memory.claim(key, ttlMs, owner);
      try {
        const expiration = { type: 'PX', value: lifeOf(ttlMs) } as const;
        const set = await link.call((client) => client.set(nameOf(key), owner ?? anyone, { condition: 'NX', expiration }));
        if (set !== null) return true;
        return owner !== undefined && (await link.call((client) => client.get(nameOf(key)))) === owner;
      } catch {
        return here;
      }
    },
    async get(key) {
      try {
        const value = (await link.call((client) => client.get(nameOf(key)))) ?? undefined;
        await memory.set(key, value ?? '', value === undefined ? 0 : seenForMs);
        return value;
      } catch {
        return memory.get(key);
      }
    },
    async set(key, value, ttlMs) {
      await memory.set(key, value, ttlMs);
      unsent.delete(key);
      try {
        await send(key, value, ttlMs);
      } catch {
        unsent.set(key, { value, until: deps.now() + ttlMs });
        for (const oldest of unsent.keys()) {
          if (unsent.size <= mostUnsent) break;
          unsent.delete(oldest);
        }
      }
    },
    async replace(key, before, value, ttlMs) {
      try {
        const args = [before === undefined ? '0' : '1', before ?? '', value, String(lifeOf(ttlMs))];
        const done = await link.call((client) => client.eval(replaceScript, { keys: [nameOf(key)], arguments: args }));
        if (done === 1) await memory.set(key, value, ttlMs);
        return done === 1;
      } catch {
        return memory.replace(key, before, value, ttlMs);
      }
    },
  };
}
