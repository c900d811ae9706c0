/** Makes something of an object once, however many checks ask for it. Nothing is kept longer than the object itself. */
export function perObject<T extends object, V>(make: (object: T) => V): (object: T) => V {
  const made = new WeakMap<T, { readonly value: V }>();
  return (object) => {
    let known = made.get(object);
    if (known === undefined) {
      known = { value: make(object) };
      made.set(object, known);
    }
    return known.value;
  };
}
