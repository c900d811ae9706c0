import type { Area } from '../core/ask/request.ts';
import type { Reader } from '../core/model/reader.ts';
import type { Scope } from '../core/model/snapshot.ts';

/** -A is the cluster, -n a namespace, neither the default namespace; without a default, the whole cluster. */
export function scopeOf(area: Area, reader: Reader): Exclude<Scope, { kind: 'service' }> {
  if (area.allNamespaces === true) return { kind: 'cluster' };
  const namespace = area.namespace ?? reader.defaultNamespace;
  return namespace === undefined ? { kind: 'cluster' } : { kind: 'namespace', namespace };
}
