import type { Reader } from '../core/model/reader.ts';
import { nearest } from '../core/ask/nearest.ts';
import { Problem } from '../core/problem/problem.ts';

/** The clusters that may be asked about. Readers are opened when they are first needed: their client is slow to load. */
export interface Clusters {
  /** Names a person can give with --cluster. */
  readonly names: readonly string[];
  /** undefined: there is none (offline). */
  readonly defaultName: string | undefined;
  open(name: string): Promise<Reader>;
}

export const noClusters: Clusters = {
  names: [],
  defaultName: undefined,
  open: () => Promise.reject(new Problem('bad-request', 'There is no cluster here.')),
};

/** The reader of the named cluster, or of the default one. Throws a bad-request Problem with near names. */
export async function readerOf(clusters: Clusters, name: string | undefined): Promise<Reader> {
  const wanted = name ?? clusters.defaultName;
  if (wanted === undefined) {
    throw new Problem('bad-request', 'This needs a cluster, and none is connected.', [
      'In the terminal: give --context NAME, or --from cluster.yaml for a dump.',
    ]);
  }
  if (!clusters.names.includes(wanted)) {
    const near = nearest(wanted, clusters.names);
    throw new Problem('bad-request', `There is no cluster "${wanted}" here.`, [
      near.length > 0 ? `Did you mean ${near.join(' or ')}?` : `There are: ${clusters.names.join(', ') || 'none'}`,
    ]);
  }
  return clusters.open(wanted);
}

/** One reader under its own name, as the terminal and the playground have it. */
export function singleCluster(name: string, open: () => Promise<Reader>): Clusters {
  let opened: Promise<Reader> | undefined;
  return { names: [name], defaultName: name, open: () => (opened ??= open()) };
}
