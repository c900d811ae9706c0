import { classKey } from './ingress-class.ts';
import type { Ingress, IngressClass } from '../kinds/ingress.ts';

/**
 * Classes with several Ingresses of which none has an address: their controller never writes one. By `classKey`, counted
 * once for all Ingresses of a list.
 */
export function addresslessClasses(ingresses: readonly Ingress[], classes: readonly IngressClass[]): ReadonlySet<string> {
  const found = known.get(ingresses) ?? count(ingresses, classes);
  known.set(ingresses, found);
  return found;
}

const known = new WeakMap<readonly Ingress[], ReadonlySet<string>>();

function count(ingresses: readonly Ingress[], classes: readonly IngressClass[]): ReadonlySet<string> {
  const groups = Map.groupBy(ingresses, (ingress) => classKey(ingress, classes));
  return new Set(
    [...groups]
      .filter(([, group]) => group.length > 1 && group.every((ingress) => ingress.status.addresses.length === 0))
      .map(([key]) => key),
  );
}
