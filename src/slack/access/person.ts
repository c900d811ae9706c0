import type { Impersonated } from '../../core/access/impersonated.ts';
import { Problem } from '../../core/problem/problem.ts';
import type { Asker } from '../deps.ts';
import type { Directory } from './directory.ts';

/** How people of Slack are known at the API server. */
export interface ImpersonateSettings {
  readonly from: 'email' | 'map';
  /** By id of a person, or of a channel for its alerts. */
  readonly map: Readonly<Record<string, string>>;
  /** By id of a person or a user group. */
  readonly groups: Readonly<Record<string, readonly string[]>>;
}

/** As whom the API server is asked; a Problem when that cannot be told: the account of k8s-svc never stands in. */
export async function personOf(
  { userId, teamId, channelId }: Asker,
  { from, map, groups }: ImpersonateSettings,
  directory: Directory,
): Promise<Impersonated | Problem> {
  const nobody = userId === 'alert';
  const user =
    own(map, nobody ? channelId : userId) ?? (nobody || from === 'map' ? undefined : await directory.email(userId, teamId));
  if (user === undefined) {
    return new Problem('not-allowed', 'I do not know who you are at the API server.', [
      `Missing: an entry for ${nobody ? channelId : userId} in access.impersonate.map${from === 'email' ? ', or an e-mail address that Slack tells' : ''}.`,
    ]);
  }
  const memberships = await Promise.all(
    Object.entries(groups).map(async ([id, names]) => {
      const isOf = id === userId || (!nobody && id.startsWith('S') && (await directory.isIn(id, userId)) === true);
      return isOf ? names : [];
    }),
  );
  return { user, groups: [...new Set(memberships.flat())].sort() };
}

function own(map: Readonly<Record<string, string>>, key: string): string | undefined {
  return Object.hasOwn(map, key) ? map[key] : undefined;
}
