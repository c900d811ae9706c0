import type { Impersonated } from '../../core/access/impersonated.ts';
import type { Reader } from '../../core/model/reader.ts';
import { Problem } from '../../core/problem/problem.ts';

/** Source: kubernetes.io/docs/reference/access-authn-authz/user-impersonation/ */
export function impersonationHeaders({ user, groups }: Impersonated): Record<string, string | string[]> {
  return { 'impersonate-user': user, ...(groups.length > 0 && { 'impersonate-group': [...groups] }) };
}

/**
 * Throws when it is the account itself that is refused: then every request fails alike, and no right of the person helps.
 * The sentence names what may not be impersonated; what stands in quotes may be anybody's name.
 */
export function refuseImpersonation(message: string): void {
  const quoted = /\\?"[^"]*"/gu;
  if (!/\bimpersonat/iu.test(message.replaceAll(quoted, ''))) return;
  // A server of 1.36 that knows narrower ways to impersonate names the resource that was to be read.
  const what = /impersonate[\w:-]* resource \\?"(users|groups)\b/u.exec(message)?.[1] ?? 'users and groups';
  throw new Problem('cluster-forbidden', 'The account of k8s-svc may not ask the API server in the name of others.', [
    `Grant it the verb impersonate on ${what} (docs/access.md has the rule).`,
  ]);
}

const mostPeople = 200;

/** One Reader for each person, so that what is kept of a cluster is never shared between two of them. */
export function readersByPerson(make: (who: Impersonated) => Reader): (who: Impersonated) => Reader {
  const readers = new Map<string, Reader>();
  return (who) => {
    const key = JSON.stringify([who.user, who.groups]);
    const reader = readers.get(key) ?? make(who);
    // The one that was asked for longest ago goes first.
    readers.delete(key);
    readers.set(key, reader);
    for (const oldest of readers.keys()) {
      if (readers.size <= mostPeople) break;
      readers.delete(oldest);
    }
    return reader;
  };
}
