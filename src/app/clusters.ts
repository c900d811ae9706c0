import type { Reader } from '../core/model/reader.ts';
import { nearest } from '../core/ask/nearest.ts';
import { Problem } from '../core/problem/problem.ts';
import { shortNames } from './short-names.ts';

/** What clusters are called. The lists may change while k8s-svc runs: read them when they are needed. */
export interface ClusterNames {
  /** Names a person can give with --cluster. */
  readonly names: readonly string[];
  /** undefined: there is none (offline). */
  readonly defaultName: string | undefined;
  /** Other names, to the name. */
  readonly aliases?: ReadonlyMap<string, string>;
}

/** The clusters that may be asked about. Readers are opened when they are first needed: their client is slow to load. */
export interface Clusters extends ClusterNames {
  open(name: string): Promise<Reader>;
}

export const noClusters: Clusters = {
  names: [],
  defaultName: undefined,
  open: () => Promise.reject(new Problem('bad-request', 'There is no cluster here.')),
};

/**
 * The name of the cluster that a word means: its name, an alias (in any case), or what people call the cluster of a
 * context that a tool has named, when that is one only.
 */
export function clusterNamed({ names, aliases }: Pick<ClusterNames, 'names' | 'aliases'>, word: string): string | undefined {
  if (names.includes(word)) return word;
  const lower = word.toLowerCase();
  const alias = [...(aliases ?? [])].find(([one]) => one.toLowerCase() === lower)?.[1];
  if (alias !== undefined) return alias;
  const matching = names.filter((context) => shortNames(context).includes(lower));
  return matching.length === 1 ? matching[0] : undefined;
}

/** The reader of the named cluster, or of the default one. Throws a bad-request Problem with near names. */
export async function readerOf(clusters: Clusters, name: string | undefined): Promise<Reader> {
  const wanted = name ?? clusters.defaultName;
  if (wanted === undefined) {
    throw new Problem('bad-request', 'This needs a cluster, and none is connected.', [
      'In the terminal: give --context NAME, or --from cluster.yaml for a dump.',
    ]);
  }
  return clusters.open(knownCluster(clusters, wanted));
}

/** The name that a word means. Throws a bad-request Problem with near names, else with those that there are. */
export function knownCluster(clusters: ClusterNames, word: string): string {
  const known = clusterNamed(clusters, word);
  if (known !== undefined) return known;
  const { names, aliases } = clusters;
  const near = nearest(word, [...names, ...(aliases?.keys() ?? [])]);
  const some = names.length > 12 ? [...names.slice(0, 12), `and ${names.length - 12} more`] : names;
  throw new Problem('bad-request', `There is no cluster "${word}" here.`, [
    near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are: ${some.join(', ') || 'none'}`,
  ]);
}

/** One reader under its own name, as the terminal and the playground have it. */
export function singleCluster(name: string, open: () => Promise<Reader>): Clusters {
  let opened: Promise<Reader> | undefined;
  const forget = () => (opened = undefined);
  return {
    names: [name],
    defaultName: name,
    open: () => {
      if (opened !== undefined) return opened;
      opened = open();
      // What failed may be mended: the next one tries anew.
      opened.catch(forget);
      return opened;
    },
  };
}
