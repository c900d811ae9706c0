import type { KubernetesObject, Labels } from '../kinds/meta.ts';

/**
 * Finds the objects that a selector matches without looking at all of them: by the rarest of its pairs. One index
 * serves every Service of a namespace, so that a scan stays linear in pods.
 */
export class LabelIndex<T extends KubernetesObject> {
  readonly #byPair = new Map<string, T[]>();

  constructor(objects: readonly T[], labelsOf: (object: T) => Labels = (object) => object.metadata.labels) {
    for (const object of objects) {
      for (const [key, value] of Object.entries(labelsOf(object))) {
        const pair = `${key}=${value}`;
        const found = this.#byPair.get(pair);
        if (found === undefined) this.#byPair.set(pair, [object]);
        else found.push(object);
      }
    }
    this.#labelsOf = labelsOf;
  }

  readonly #labelsOf: (object: T) => Labels;

  /** Objects that carry this one pair, whatever else they carry. */
  withPair(key: string, value: string): readonly T[] {
    return this.#byPair.get(`${key}=${value}`) ?? [];
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
