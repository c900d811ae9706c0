import type { Observed } from './observed.ts';
import type { ResourceName, Resources } from './resources.ts';
import type { Snapshot } from './snapshot.ts';

/** What may be named of a resource in all namespaces: all of it, unless some of them are not open to whoever asks. */
export function openOf<R extends ResourceName>(snapshot: Snapshot, resource: R): Observed<readonly Resources[R][]> {
  return snapshot.open?.(resource) ?? snapshot.all(resource);
}

/** Some namespaces are not open to whoever asks: what is said of the others is not said of the cluster. */
export function isLimited(snapshot: Snapshot): boolean {
  if (snapshot.open === undefined) return false;
  return (['services', 'namespaces'] as const).some((resource) => {
    const all = snapshot.all(resource);
    return !all.read && all.unread.some((one) => one.why === 'not-open');
  });
}
