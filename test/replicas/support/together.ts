import { connectShared } from '../../../src/slack/redis/connect-shared.ts';
import type { JournalTimes } from '../../../src/slack/redis/journal.ts';
import type { Shared } from '../../../src/slack/shared/shared.ts';
import { createLog } from '../../slack/support/log.ts';

/** Short ones: a test must not wait as long as a person may. */
export const times: JournalTimes = { leaseMs: 900, lookMs: 100 };

export interface ConnectOptions {
  readonly url: string;
  readonly secret?: string;
  readonly prefix?: string;
  readonly password?: string;
  readonly now?: () => number;
  readonly times?: JournalTimes;
}

/** What one replica shares with the others, connected. */
export async function connected(options: ConnectOptions): Promise<Shared & { readonly log: ReturnType<typeof createLog> }> {
  const log = createLog();
  const shared = connectShared({ prefix: 'k8s-svc', secret: 'xoxb-shared', now: Date.now, times, logger: log, ...options });
  await reachable(shared);
  return { ...shared, log };
}

export async function reachable({ health }: Pick<Shared, 'health'>): Promise<void> {
  const until = Date.now() + 15_000;
  while (health.unreachableSince() !== undefined) {
    if (Date.now() > until) throw new Error('the store did not come back');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
