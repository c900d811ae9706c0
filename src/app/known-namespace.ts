import { nearest } from '../core/ask/nearest.ts';
import type { Reader } from '../core/model/reader.ts';
import { openOf } from '../core/model/open-of.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { badRequest } from '../core/problem/problem.ts';

/**
 * Throws a bad-request Problem when the namespace is known not to exist, with near names: an empty list for a misspelt
 * namespace would read as "nothing wrong".
 */
export async function refuseUnknownNamespace(reader: Reader, snapshot: Snapshot, signal: AbortSignal): Promise<void> {
  if (snapshot.scope.kind === 'cluster') return;
  const { namespace } = snapshot.scope;
  const own = snapshot.in('namespaces', namespace);
  if (!own.read || own.value.length > 0) return;
  const all = openOf(await reader.read({ kind: 'cluster' }, ['namespaces'], signal), 'namespaces');
  const names = all.read ? all.value.map((one) => one.metadata.name) : [];
  const near = nearest(namespace, names);
  throw badRequest(
    `There is no namespace "${namespace}" in ${snapshot.cluster}.`,
    near.length > 0
      ? `Did you mean ${near.join(' or ')}?`
      : `There are: ${names.slice(0, 12).join(', ') || 'none that can be read'}`,
  );
}
