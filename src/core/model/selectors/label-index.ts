import type { KubernetesObject, Labels } from '../kinds/meta.ts';

/**
 * Finds the objects that a selector matches without looking at all of them: by the rarest of its pairs. One index
 * serves every Service of a namespace, so that a scan stays linear in pods. Only the keys that selectors ask for are indexed:
 * of the labels of a pod they are a part, and some of the others differ from pod to pod.
 */
export class LabelIndex<T extends KubernetesObject> {
  readonly #objects: readonly T[];
  readonly #labelsOf: (object: T) => Labels;
  readonly #byKey = new Map<string, ReadonlyMap<string, readonly T[]>>();

  constructor(objects: readonly T[], labelsOf: (object: T) => Labels = (object) => object.metadata.labels) {
    this.#objects = objects;
    this.#labelsOf = labelsOf;
  }

  /** Objects that carry this one pair, whatever else they carry. */
  withPair(key: string, value: string): readonly T[] {
    let byValue = this.#byKey.get(key);
    if (byValue === undefined) {
      byValue = this.#index(key);
      this.#byKey.set(key, byValue);
    }
    return byValue.get(value) ?? [];
  }

  #index(key: string): ReadonlyMap<string, readonly T[]> {
    const byValue = new Map<string, T[]>();
    for (const object of this.#objects) {
      const value = this.#labelsOf(object)[key];
      if (typeof value !== 'string') continue;
      const found = byValue.get(value);
      if (found === undefined) byValue.set(value, [object]);
      else found.push(object);
    }
    return byValue;
  }

  /** Objects that carry every pair. An empty selector matches nothing (see `selectorMatches`). */
  matching(selector: Labels): readonly T[] {
    const pairs = Object.entries(selector);
    let rarest: readonly T[] | undefined;
    for (const [key, value] of pairs) {
      const found = this.withPair(key, value);
      if (rarest === undefined || found.length < rarest.length) rarest = found;
    }
    if (rarest === undefined || rarest.length === 0) return [];
    return rarest.filter((object) => {
      const labels = this.#labelsOf(object);
      return pairs.every(([key, value]) => labels[key] === value);
    });
  }
}
