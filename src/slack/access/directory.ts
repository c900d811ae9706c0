import type { webApi } from '@slack/bolt';
import { slackError } from '../deliver/retry.ts';
import type { SlackLogger } from '../logger.ts';

/** What Slack tells of people, as far as the app has the scopes for it. Never rejects. */
export interface Directory {
  /** Whether a person is in a user group; undefined: it cannot be told. */
  isIn(groupId: string, userId: string): Promise<boolean | undefined>;
  /**
   * The confirmed e-mail address of a member of this workspace; undefined: it cannot be told, there is none, or the person
   * is a guest of another workspace, whose addresses others have given.
   */
  email(userId: string, teamId: string): Promise<string | undefined>;
}

/** People come into a group and leave it; so long may it take until that counts. */
const freshMs = 5 * 60 * 1_000;
/** What could not be told is asked again sooner. */
const failedMs = 30 * 1_000;
const longestMs = 3_000;

interface DirectoryDeps {
  readonly client: () => webApi.WebClient;
  readonly logger: SlackLogger;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/**
 * Scopes: usergroups:read for groups, users:read and users:read.email for addresses; both are optional.
 * Source: docs.slack.dev/reference/methods/usergroups.users.list, …/users.info
 */
export function createDirectory({ client, logger, now }: DirectoryDeps): Directory {
  const known = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();
  const told = new Set<string>();

  /** Kept for a while; a failure is told once in the log and is undefined. */
  function kept<T>(key: string, scope: string, ask: () => Promise<T | undefined>): Promise<T | undefined> {
    const before = known.get(key);
    if (before !== undefined && before.until > now()) return before.value as Promise<T | undefined>;
    const value = Promise.race([ask(), late()]).catch((error: unknown) => {
      known.set(key, { until: now() + failedMs, value });
      const refused = slackError(error) ?? 'no answer';
      if (!told.has(`${scope} ${refused}`)) {
        told.add(`${scope} ${refused}`);
        logger.warn('Slack does not tell who somebody is: rules that need it do not open anything', { scope, error: refused });
      }
      return undefined;
    });
    known.set(key, { until: now() + freshMs, value });
    return value;
  }

  return {
    async isIn(groupId, userId) {
      const members = await kept(groupId, 'usergroups:read', async () => {
        const { users } = await client().usergroups.users.list({ usergroup: groupId });
        return users === undefined ? undefined : new Set(users);
      });
      return members?.has(userId);
    },
    email: (userId, teamId) =>
      kept(`${teamId} ${userId}`, 'users:read.email', async () => {
        const { user } = await client().users.info({ user: userId });
        const isMember = user?.team_id === teamId || user?.enterprise_user?.teams?.includes(teamId) === true;
        if (user === undefined || !isMember || user.deleted === true || user.is_bot === true) return undefined;
        if (user.is_stranger === true || user.is_email_confirmed === false) return undefined;
        const email = user.profile?.email ?? '';
        return /^[^\s@:]+@[^\s@:]+$/u.test(email) ? email : undefined;
      }),
  };
}

/** A person waits for the answer. */
function late(): Promise<never> {
  return new Promise((_, reject) => {
    setTimeout(() => reject(new Error('late')), longestMs).unref();
  });
}
