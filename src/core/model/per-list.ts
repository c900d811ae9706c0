import { perObject } from './per-object.ts';

/**
 * Makes something of a list once, however often it is asked for: a scan hands the same list to the checks of thousands
 * of Services. Nothing is kept longer than the list itself.
 */
export function perList<T, V>(make: (list: readonly T[]) => V): (list: readonly T[]) => V {
  return perObject(make);
}
