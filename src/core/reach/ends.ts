import type { ReachEnd } from '../answer/answer.ts';
import type { ObjectRef } from '../model/kinds/meta.ts';

export function isExternal(end: ReachEnd): end is { readonly kind: 'External'; readonly cidr: string } {
  return end.kind === 'External' && 'cidr' in end;
}

/** `Deployment shop/web`, `namespace shop`, `10.0.0.0/8`, `the internet`. */
export function endName(end: ReachEnd): string {
  if (isExternal(end)) return end.cidr === '0.0.0.0/0' ? 'any outside address' : end.cidr;
  if (end.kind === 'Namespace') return `any pod of namespace ${end.name}`;
  return refName(end);
}

export function refName({ kind, namespace, name }: ObjectRef): string {
  return `${kind} ${namespace === undefined ? name : `${namespace}/${name}`}`;
}

/** Sorts workloads by namespace and name, outside addresses last. */
export function endKey(end: ReachEnd): string {
  return isExternal(end)
    ? `~${end.cidr}`
    : `${end.kind === 'Namespace' ? end.name : (end.namespace ?? '')}/${end.name}/${end.kind}`;
}
