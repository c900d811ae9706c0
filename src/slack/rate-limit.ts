import { badRequest, type Problem } from '../core/problem/problem.ts';
import { createAllowance } from './allowance.ts';
import type { Asker } from './deps.ts';

/** Requests in a minute; 0 sets no limit. */
export interface RateLimits {
  readonly perUser: number;
  readonly perChannel: number;
}

export interface TooMany {
  readonly problem: Problem;
  /** It was said lately: where everybody reads it, once is enough. */
  readonly said: boolean;
}

/** An alert has limits of its own; the Home tab, a preview and a look of a watch are not asked for in words. */
const unlimited = new Set<Asker['via']>(['alert', 'home', 'form', 'watch']);

/**
 * Keeps one person, or one channel in uproar, from taking the bot, the channel and the API server from everybody else. Each
 * replica counts by itself. Returns undefined when the request may go on.
 */
export function createRateLimit(limits: RateLimits, now: () => number): (asker: Asker) => TooMany | undefined {
  const users = createAllowance({ perMinute: limits.perUser, now });
  const channels = createAllowance({ perMinute: limits.perChannel, now });
  // One notice in a minute for each of them.
  const notices = createAllowance({ perMinute: 1, now });

  return ({ userId, channelId, via }) => {
    if (unlimited.has(via)) return undefined;
    const userMs = users.take(userId);
    const channelMs = userMs > 0 ? 0 : channels.take(channelId);
    const waitMs = Math.max(userMs, channelMs);
    if (waitMs === 0) return undefined;
    const who =
      userMs > 0
        ? `You asked more than ${limits.perUser} things within a minute.`
        : `This channel asked more than ${limits.perChannel} things within a minute.`;
    const seconds = Math.ceil(waitMs / 1_000);
    return {
      problem: badRequest(who, `Ask again in ${seconds} s. In the terminal there is no limit: k8s-svc help`),
      said: notices.take(userMs > 0 ? `user:${userId}` : `channel:${channelId}`) > 0,
    };
  };
}
