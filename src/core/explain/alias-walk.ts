import { externalTargetOf } from '../model/names/external-target.ts';
import type { Service } from '../model/kinds/service.ts';
import type { Snapshot } from '../model/snapshot.ts';

/** One step from an alias: the Service of the cluster that its name means. */
export interface AliasHop {
  /** `shop/web`. */
  readonly path: string;
  readonly service: Service | undefined;
  /** False for a name that no resolver completes. */
  readonly complete: boolean;
  /** It was passed before: the aliases go round in a circle. */
  readonly again: boolean;
}

/** An alias of an alias of an alias is followed no further. */
const MOST_HOPS = 5;

/** Where an ExternalName Service leads within the cluster, hop by hop; empty for a name outside and where nothing was read. */
export function walkAlias(snapshot: Snapshot, service: Service): readonly AliasHop[] {
  const hops: AliasHop[] = [];
  const seen = new Set<string>();
  let at: Service | undefined = service;
  while (at !== undefined && hops.length < MOST_HOPS) {
    seen.add(`${at.metadata.namespace}/${at.metadata.name}`);
    const found = externalTargetOf(at, snapshot);
    if (!found.read || found.value === undefined) break;
    const { namespace, name, complete, service: next }: NonNullable<typeof found.value> = found.value;
    const path = `${namespace}/${name}`;
    const again = seen.has(path);
    hops.push({ path, complete, service: next, again });
    at = again ? undefined : next;
  }
  return hops;
}
