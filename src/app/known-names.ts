import type { Names } from '../core/ask/understand/understanding.ts';
import type { Observed } from '../core/model/observed.ts';
import type { KubernetesObject } from '../core/model/kinds/meta.ts';
import type { Reader } from '../core/model/reader.ts';
import { scopeOf } from './area-scope.ts';

/** Names come and go slowly, and a thread asks several times. */
const FRESH_MS = 60_000;
/** A question is understood without names too; a slow cluster must not delay it. */
const PATIENCE_MS = 3_000;

const cache = new WeakMap<Reader, { readonly at: number; readonly names: Promise<Names | undefined> }>();

/**
 * The names that exist in a cluster, so that plain words in a question can be known for Services and workloads. Kept for
 * a minute; undefined when they cannot be read, or not in time.
 */
export function knownNames(reader: Reader, now: number, signal: AbortSignal): Promise<Names | undefined> {
  const kept = cache.get(reader);
  if (kept !== undefined && now - kept.at < FRESH_MS) return kept.names;
  const names = readNames(reader, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])).catch(() => undefined);
  cache.set(reader, { at: now, names });
  return names;
}

async function readNames(reader: Reader, signal: AbortSignal): Promise<Names> {
  const wanted = ['services', 'deployments', 'statefulsets', 'daemonsets', 'namespaces'] as const;
  let snapshot = await reader.read({ kind: 'cluster' }, wanted, signal);
  // Who may not list everywhere may often list in the own namespace.
  if (!snapshot.all('services').read) snapshot = await reader.read(scopeOf({}, reader), wanted, signal);
  const { scope } = snapshot;
  const named = (resource: (typeof wanted)[number]): readonly string[] => {
    const list: Observed<readonly KubernetesObject[]> =
      scope.kind === 'namespace' ? snapshot.in(resource, scope.namespace) : snapshot.all(resource);
    return list.read ? [...new Set(list.value.map((one) => one.metadata.name))] : [];
  };
  return {
    services: named('services'),
    workloads: [...named('deployments'), ...named('statefulsets'), ...named('daemonsets')],
    namespaces: named('namespaces'),
  };
}
