import type { ObjectRef } from '../../core/model/kinds/meta.ts';
import { cleanLine } from '../text/clean-text.ts';
import type { SarifLogicalLocation } from './sarif.ts';

/** The objects of a run, each once, with its namespace as the parent. */
export class LogicalLocations {
  readonly all: SarifLogicalLocation[] = [];
  readonly #byName = new Map<string, SarifLogicalLocation>();

  /** `shop/Service/web`; `Node/worker-1` for what has no namespace. Of several clusters, behind the name of its own. */
  of({ kind, namespace, name }: ObjectRef, cluster?: string): SarifLogicalLocation {
    const inside = cluster === undefined ? '' : `${cluster}/`;
    if (kind === 'Namespace') return this.#add(name, `${inside}${name}`, 'namespace');
    if (namespace === undefined) return this.#add(name, `${inside}${kind}/${name}`, 'resource');
    const parent = this.#add(namespace, `${inside}${namespace}`, 'namespace');
    return this.#add(name, `${inside}${namespace}/${kind}/${name}`, 'resource', parent.index);
  }

  #add(name: string, fullName: string, kind: SarifLogicalLocation['kind'], parentIndex?: number): SarifLogicalLocation {
    const fullyQualifiedName = cleanLine(fullName);
    const before = this.#byName.get(fullyQualifiedName);
    if (before !== undefined) return before;
    const location: SarifLogicalLocation = {
      name: cleanLine(name),
      fullyQualifiedName,
      kind,
      index: this.all.length,
      ...(parentIndex === undefined ? {} : { parentIndex }),
    };
    this.all.push(location);
    this.#byName.set(fullyQualifiedName, location);
    return location;
  }
}
