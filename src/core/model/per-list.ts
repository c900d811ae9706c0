/**
 * Makes something of a list once, however often it is asked for: a scan hands the same list to the checks of thousands
 * of Services. Nothing is kept longer than the list itself.
 */
export function perList<T, V>(make: (list: readonly T[]) => V): (list: readonly T[]) => V {
  const made = new WeakMap<readonly T[], { readonly value: V }>();
  return (list) => {
    let known = made.get(list);
    if (known === undefined) {
      known = { value: make(list) };
      made.set(list, known);
    }
    return known.value;
  };
}
