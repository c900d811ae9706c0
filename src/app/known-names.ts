import type { Names } from '../core/ask/understand/understanding.ts';
import type { Observed } from '../core/model/observed.ts';
import type { KubernetesObject } from '../core/model/kinds/meta.ts';
import type { Reader } from '../core/model/reader.ts';
import { behindGuard } from './access/guard-reader.ts';
import { scopeOf } from './area-scope.ts';

/** Names come and go slowly, and a thread asks several times. */
const FRESH_MS = 60_000;
/** A question is understood without names too; a slow cluster must not delay it. */
const PATIENCE_MS = 3_000;

/** A name with the namespace that has it. */
interface Named {
  readonly name: string;
  readonly namespace: string;
}

interface Found {
  readonly services: readonly Named[];
  readonly workloads: readonly Named[];
  readonly namespaces: readonly string[];
}

const cache = new WeakMap<Reader, { readonly at: number; readonly found: Promise<Found | undefined> }>();

/**
 * The names that exist in a cluster, so that plain words in a question can be known for Services and workloads: those that
 * are open to whoever asks, and what `typed` names in full together with its namespace: what is asked about is
 * understood before it is refused. Kept for a minute, for all who read as the same account; undefined when they cannot be read, or
 * not in time.
 */
export async function knownNames(guarded: Reader, now: number, signal: AbortSignal, typed = ''): Promise<Names | undefined> {
  const { reader, shows } = behindGuard(guarded);
  const found = await foundIn(reader, now, signal);
  if (found === undefined) return undefined;
  const words = new Set(typed.toLowerCase().match(/[a-z0-9](?:[-a-z0-9]*[a-z0-9])?/gu));
  const isTyped = ({ namespace, name }: Named) => words.has(namespace) && words.has(name);
  const shown = (names: readonly Named[]) => [
    ...new Set(names.filter((one) => shows(one.namespace) || isTyped(one)).map((one) => one.name)),
  ];
  return {
    services: shown(found.services),
    workloads: shown(found.workloads),
    namespaces: found.namespaces.filter((one) => shows(one) || words.has(one)),
  };
}

function foundIn(reader: Reader, now: number, signal: AbortSignal): Promise<Found | undefined> {
  const kept = cache.get(reader);
  if (kept !== undefined && now - kept.at < FRESH_MS) return kept.found;
  const found = readNames(reader, AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)])).catch(() => undefined);
  cache.set(reader, { at: now, found });
  return found;
}

async function readNames(reader: Reader, signal: AbortSignal): Promise<Found> {
  const wanted = ['services', 'deployments', 'statefulsets', 'daemonsets', 'namespaces'] as const;
  let snapshot = await reader.read({ kind: 'cluster' }, wanted, signal);
  // Who may not list everywhere may often list in the own namespace.
  if (!snapshot.all('services').read) snapshot = await reader.read(scopeOf({}, reader), wanted, signal);
  const { scope } = snapshot;
  const named = (resource: (typeof wanted)[number]): readonly Named[] => {
    const list: Observed<readonly KubernetesObject[]> =
      scope.kind === 'namespace' ? snapshot.in(resource, scope.namespace) : snapshot.all(resource);
    return list.read ? list.value.map(({ metadata: { name, namespace } }) => ({ name, namespace })) : [];
  };
  return {
    services: named('services'),
    workloads: [...named('deployments'), ...named('statefulsets'), ...named('daemonsets')],
    namespaces: named('namespaces').map((one) => one.name),
  };
}
