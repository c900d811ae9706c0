import { resources, type ResourceName } from '../../src/core/model/resources.ts';
import type { Service } from '../../src/core/model/kinds/service.ts';
import { unread, type UnreadReason } from '../../src/core/model/observed.ts';
import type { Snapshot } from '../../src/core/model/snapshot.ts';
import { createFileReader } from '../../src/read/files/file-reader.ts';

/** The clock of the snapshots in tests. */
export const now = Date.parse('2026-03-10T09:30:00Z');

/** A snapshot of what the YAML holds, by the real file reader. */
export async function snapshotOf(...texts: readonly string[]): Promise<Snapshot> {
  const reader = createFileReader({ files: texts.map((text) => ({ name: 'test', text })), cluster: 'test', now });
  return reader.read({ kind: 'cluster' }, [], AbortSignal.timeout(10_000));
}

/** The same snapshot as a reader without the right to list these resources sees it. */
export function without(snapshot: Snapshot, hidden: readonly ResourceName[], why: UnreadReason = 'forbidden'): Snapshot {
  return {
    ...snapshot,
    all: (resource) => (hidden.includes(resource) ? unread(resource, why) : snapshot.all(resource)),
    in: (resource, namespace) =>
      hidden.includes(resource)
        ? unread(resource, why, resources[resource].namespaced ? namespace : undefined)
        : snapshot.in(resource, namespace),
  };
}

/** The Service of that name in namespace `shop`. */
export function serviceIn(snapshot: Snapshot, name: string, namespace = 'shop'): Service {
  const services = snapshot.in('services', namespace);
  const found = services.read ? services.value.find((one) => one.metadata.name === name) : undefined;
  if (found === undefined) throw new Error(`the test's YAML has no Service ${namespace}/${name}`);
  return found;
}
