import { createAccess, type Access } from '../../app/access/access.ts';
import type { AccessPolicy } from '../../core/access/access-rule.ts';
import type { Asker } from '../deps.ts';
import { personOf, type ImpersonateSettings } from './person.ts';
import type { Directory } from './directory.ts';

/** The rules, and how people are known at the API server; absent: it is asked as the account of k8s-svc. */
export interface AccessSettings extends AccessPolicy {
  readonly impersonate?: ImpersonateSettings;
}

/** What an asker may read, decided at the time of the request or click; undefined: nobody has limited anything. */
export type AccessOf = (asker: Asker) => Promise<Access | undefined>;

/** Never rejects: who cannot be told to be in a group is treated as the rules are strictest. */
export function createSlackAccess(settings: (() => AccessSettings) | undefined, directory: Directory): AccessOf {
  return async (asker) => {
    const policy = settings?.();
    if (policy === undefined || !limits(policy)) return undefined;
    const { userId, channelId, seenBy } = asker;
    const groups = [...new Set(policy.rules.flatMap((rule) => rule.groups ?? []))];
    const memberships = new Map(
      await Promise.all(groups.map(async (group) => [group, await directory.isIn(group, userId)] as const)),
    );
    const who = { userId, channelId, inGroup: (group: string) => memberships.get(group) };
    const { impersonate } = policy;
    const as = impersonate === undefined ? undefined : await personOf(asker, impersonate, directory);
    return createAccess({
      policy,
      who,
      alone: seenBy === 'person',
      shares: seenBy === 'shared',
      ...(as !== undefined && { as }),
    });
  };
}

function limits({ requireRules, rules, privateNamespaces, impersonate }: AccessSettings): boolean {
  return impersonate !== undefined || requireRules || rules.length > 0 || privateNamespaces.length > 0;
}
