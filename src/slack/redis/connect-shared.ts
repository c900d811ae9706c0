import type { SlackLogger } from '../logger.ts';
import { createPace } from '../shared/pace.ts';
import { createRedisJournal, type JournalTimes } from './journal.ts';
import { openRedisLink } from './link.ts';
import { createRedisStore } from './store.ts';
import { createRedisTurns } from './turns.ts';
import { createSeal } from '../shared/seal.ts';
import type { Shared } from '../shared/shared.ts';

export interface SharedOptions {
  readonly url: string;
  readonly password?: string;
  /** Of every key, before a colon: several installations can share one Redis. */
  readonly prefix: string;
  /** Known to all replicas and to nobody else: the bot token. */
  readonly secret: string;
  readonly logger: SlackLogger;
  readonly now: () => number;
  readonly times?: JournalTimes;
}

/** What is shared through Valkey or Redis. Never rejects and does not wait: while that is away, each replica goes on alone. */
export function connectShared(options: SharedOptions): Shared {
  const { now } = options;
  const prefix = `${options.prefix}:`;
  const link = openRedisLink(options);
  const store = createRedisStore(link, { prefix, now });
  const journal = createRedisJournal(link, { ...options, prefix, seal: createSeal(options.secret) });
  return {
    store,
    journal,
    turns: createRedisTurns(link, { prefix }),
    pace: createPace(store),
    health: link,
    async close() {
      journal.close();
      link.close();
    },
  };
}
