import { createAccess, type Access } from '../../app/access/access.ts';
import type { AccessPolicy } from '../../core/access/access-rule.ts';
import type { Asker } from '../deps.ts';
import type { Directory } from './directory.ts';

/** What an asker may read, decided at the time of the request or click; undefined: nobody has limited anything. */
export type AccessOf = (asker: Asker) => Promise<Access | undefined>;

/** Never rejects: who cannot be told to be in a group is treated as the rules are strictest. */
export function createSlackAccess(settings: (() => AccessPolicy) | undefined, directory: Directory): AccessOf {
  return async (asker) => {
    const policy = settings?.();
    if (policy === undefined || !limits(policy)) return undefined;
    const { userId, channelId, seenBy } = asker;
    const groups = [...new Set(policy.rules.flatMap((rule) => rule.groups ?? []))];
    const memberships = new Map(
      await Promise.all(groups.map(async (group) => [group, await directory.isIn(group, userId)] as const)),
    );
    const who = { userId, channelId, inGroup: (group: string) => memberships.get(group) };
    return createAccess({ policy, who, alone: seenBy === 'person', shares: seenBy === 'shared' });
  };
}

function limits({ requireRules, rules, privateNamespaces }: AccessPolicy): boolean {
  return requireRules || rules.length > 0 || privateNamespaces.length > 0;
}
