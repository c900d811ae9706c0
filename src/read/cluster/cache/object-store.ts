import { keepParts } from '../../../core/model/namespace-lists.ts';
import type { ResourceName, Resources } from '../../../core/model/resources.ts';

/** By code units, as etcd orders its keys: the lists of the API come in this order. */
const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/**
 * The objects of one resource, and lists of them as a reader hands them out. A list never changes: after a change a new one is
 * made when somebody asks, and only of the namespace that changed, so that indexes over the others stay valid.
 */
export class ObjectStore<R extends ResourceName = ResourceName> {
  readonly #namespaces = new Map<string, Map<string, Resources[R]>>();
  readonly #lists = new Map<string, readonly Resources[R][]>();
  #everywhere: readonly Resources[R][] | undefined;
  #size = 0;

  get size(): number {
    return this.#size;
  }

  set(object: Resources[R]): void {
    const { namespace, name } = object.metadata;
    let own = this.#namespaces.get(namespace);
    if (own === undefined) this.#namespaces.set(namespace, (own = new Map()));
    if (!own.has(name)) this.#size += 1;
    own.set(name, object);
    this.#forget(namespace);
  }

  delete(namespace: string, name: string): void {
    const own = this.#namespaces.get(namespace);
    if (own?.delete(name) !== true) return;
    this.#size -= 1;
    if (own.size === 0) this.#namespaces.delete(namespace);
    this.#forget(namespace);
  }

  /** Objects of one namespace, by name; cluster-scoped ones are in the namespace ''. */
  in(namespace: string): readonly Resources[R][] {
    let list = this.#lists.get(namespace);
    if (list === undefined) {
      const own = this.#namespaces.get(namespace);
      if (own === undefined) return [];
      list = [...own.values()].toSorted((a, b) => inOrder(a.metadata.name, b.metadata.name));
      this.#lists.set(namespace, list);
    }
    return list;
  }

  everywhere(): readonly Resources[R][] {
    if (this.#everywhere === undefined) {
      const parts = new Map(
        [...this.#namespaces.keys()].toSorted((a, b) => inOrder(`${a}/`, `${b}/`)).map((one) => [one, this.in(one)]),
      );
      this.#everywhere = [...parts.values()].flat();
      keepParts<Resources[R]>(this.#everywhere, (namespace) => parts.get(namespace) ?? []);
    }
    return this.#everywhere;
  }

  /** Objects of this name in any namespace, by namespace. */
  named(name: string): readonly Resources[R][] {
    const found = [...this.#namespaces.values()].flatMap((own) => own.get(name) ?? []);
    return found.toSorted((a, b) => inOrder(`${a.metadata.namespace}/`, `${b.metadata.namespace}/`));
  }

  #forget(namespace: string): void {
    this.#lists.delete(namespace);
    this.#everywhere = undefined;
  }
}
