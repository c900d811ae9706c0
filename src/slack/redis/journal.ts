import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { SlackLogger } from '../logger.ts';
import type { RedisLink } from './link.ts';
import type { Seal } from '../shared/seal.ts';
import type { Entry, Journal } from '../shared/shared.ts';

export interface JournalTimes {
  /** Without a word of its replica for so long, work counts as abandoned. */
  readonly leaseMs: number;
  /** How often a replica looks for what others have abandoned. */
  readonly lookMs: number;
}

const defaultTimes: JournalTimes = { leaseMs: 10_000, lookMs: 1_000 };
/** When no replica is left for so long, what was asked is forgotten: nobody waits for it any more. */
const keptMs = 10 * 60_000;
const mostAtOnce = 20;
/** Longer than any replica takes to see that Redis is back. */
const backMs = 5_000;

// The clock is that of Redis: those of the replicas differ. A value is the number of attempts and what is sealed.
const now = `local t = redis.call('TIME') local now = t[1] * 1000 + math.floor(t[2] / 1000) `;
const writeScript = `${now}
redis.call('ZADD', KEYS[1], now + ARGV[3], ARGV[1])
redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
redis.call('PEXPIRE', KEYS[1], ARGV[4])
redis.call('PEXPIRE', KEYS[2], ARGV[4])`;
const takeScript = `${now}
local taken = {}
for _, id in ipairs(redis.call('ZRANGEBYSCORE', KEYS[1], '-inf', now, 'LIMIT', 0, ARGV[1])) do
  local attempt, sealed = string.match(redis.call('HGET', KEYS[2], id) or '', '^(%d+):(.+)$')
  if attempt then
    redis.call('ZADD', KEYS[1], now + ARGV[2], id)
    redis.call('HSET', KEYS[2], id, (attempt + 1) .. ':' .. sealed)
    table.insert(taken, {id, tostring(attempt + 1), sealed})
  else
    redis.call('ZREM', KEYS[1], id)
    redis.call('HDEL', KEYS[2], id)
  end
end
return taken`;

const takenSchema = z.array(z.tuple([z.string(), z.coerce.number().int(), z.string()]));
const recordSchema = z.object({
  kind: z.enum(['payload', 'watch']),
  begunAt: z.number(),
  data: z.unknown(),
  /** Absent until something is left behind. */
  note: z.unknown().optional(),
});
type Written = z.infer<typeof recordSchema>;

interface JournalDeps {
  readonly prefix: string;
  readonly seal: Seal;
  readonly logger: SlackLogger;
  readonly now: () => number;
  readonly times?: JournalTimes;
}

/** The journal in Redis: a sorted set of leases, and what is sealed beside it. */
export function createRedisJournal(link: RedisLink, deps: JournalDeps): Journal & { close(): void } {
  const { leaseMs, lookMs } = deps.times ?? defaultTimes;
  // Of another bot in the same Redis nothing could be read.
  const name = `${deps.prefix}work:${deps.seal.fingerprint}`;
  const keys = [`${name}:leases`, `${name}:data`];
  const open = new Map<string, string>();
  let quietUntil = 0;
  let lookers: NodeJS.Timeout[] = [];

  async function write(id: string, value: string): Promise<void> {
    const args = [id, value, String(leaseMs), String(keptMs)];
    await link.call((client) => client.eval(writeScript, { keys, arguments: args })).catch(() => undefined);
  }

  function entryOf(id: string, record: Written, attempt: number, sealed: string): Entry {
    open.set(id, `${attempt}:${sealed}`);
    return {
      id,
      attempt,
      kind: record.kind,
      data: record.data,
      begunAt: record.begunAt,
      note: record.note,
      async leave(note) {
        const value = `${attempt}:${deps.seal.close(id, { ...record, note })}`;
        open.set(id, value);
        await write(id, value);
      },
      async done() {
        open.delete(id);
        const remove = link.call((client) => Promise.all([client.zRem(keys[0] ?? '', id), client.hDel(keys[1] ?? '', id)]));
        await remove.catch(() => undefined);
      },
      async release() {
        open.delete(id);
        const free = link.call((client) => client.zAdd(keys[0] ?? '', { score: 0, value: id }, { condition: 'XX' }));
        await free.catch(() => undefined);
      },
    };
  }

  /** Renewing writes all of it again, so that it is there also after Redis has lost it. */
  const renewing = setInterval(() => open.forEach((value, id) => void write(id, value)), leaseMs / 3);
  renewing.unref();
  let wasThere = false;
  link.onBack(() => {
    // While Redis was away nobody could renew: give all of them the time to do so.
    if (wasThere) quietUntil = deps.now() + Math.max(leaseMs, backMs);
    wasThere = true;
    open.forEach((value, id) => void write(id, value));
  });

  async function look(takeOver: (entry: Entry) => Promise<void>): Promise<void> {
    if (deps.now() < quietUntil) return;
    const args = [String(mostAtOnce), String(leaseMs)];
    const reply: unknown = await link.call((client) => client.eval(takeScript, { keys, arguments: args })).catch(() => []);
    for (const [id, attempt, sealed] of takenSchema.safeParse(reply).data ?? []) {
      const record = recordSchema.safeParse(deps.seal.open(id, sealed)).data;
      // Of another version, or not ours.
      if (record === undefined) {
        deps.logger.warn('work of another replica cannot be read, and is dropped', { attempt });
        await entryOf(id, { kind: 'payload', begunAt: 0, data: undefined }, attempt, sealed).done();
      } else {
        deps.logger.info('work of another replica taken over', { kind: record.kind, attempt });
        void takeOver(entryOf(id, record, attempt, sealed));
      }
    }
  }

  const stopTakingOver = (): void => {
    lookers.forEach((one) => clearInterval(one));
    lookers = [];
  };
  return {
    async begin(kind, data) {
      const id = randomUUID();
      const record: Written = { kind, begunAt: deps.now(), data };
      const sealed = deps.seal.close(id, record);
      const entry = entryOf(id, record, 1, sealed);
      await write(id, `1:${sealed}`);
      return entry;
    },
    onAbandoned(takeOver) {
      const looker = setInterval(() => void look(takeOver), lookMs * (0.8 + Math.random() * 0.4));
      looker.unref();
      lookers.push(looker);
    },
    stopTakingOver,
    close() {
      stopTakingOver();
      clearInterval(renewing);
    },
  };
}
