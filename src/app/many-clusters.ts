import type { Reader } from '../core/model/reader.ts';
import { Problem } from '../core/problem/problem.ts';
import { breakerFor } from './breaker/with-breaker.ts';
import { knownCluster, type Clusters } from './clusters.ts';

/** A cluster that can be opened. */
export interface ClusterEntry {
  readonly name: string;
  readonly aliases: readonly string[];
  /** Of one read of it. */
  readonly deadlineMs?: number;
  /** Where it is configured; another one under the same name is another cluster. */
  readonly source: string;
  readonly open: () => Promise<Reader>;
}

export interface ManyClustersDeps {
  /** Those of now: files may come and go. */
  readonly entries: () => readonly ClusterEntry[];
  /** The name or an alias of the default; without one, the first is. */
  readonly preferred?: () => string | undefined;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

interface Opened {
  readonly source: string;
  reader?: Promise<Reader>;
  readonly protect: (reader: Reader) => Reader;
}

/**
 * Several clusters, each opened when it is first asked and each behind its own deadline and circuit breaker, so that none
 * waits for another.
 */
export function manyClusters({ entries, preferred, now }: ManyClustersDeps): Clusters {
  const known = new Map<string, Opened>();

  function openedOf(entry: ClusterEntry): Opened {
    const before = known.get(entry.name);
    if (before?.source === entry.source) return before;
    const others = () => entries().flatMap(({ name }) => (name === entry.name ? [] : [name]));
    const { name: cluster, deadlineMs } = entry;
    const protect = breakerFor({ cluster, now, others, ...(deadlineMs === undefined ? {} : { deadlineMs }) });
    const opened: Opened = { source: entry.source, protect };
    known.set(entry.name, opened);
    return opened;
  }

  const clusters: Clusters = {
    get names() {
      return entries().map(({ name }) => name);
    },
    get aliases() {
      return new Map(entries().flatMap(({ name, aliases }) => aliases.map((alias) => [alias, name] as const)));
    },
    get defaultName() {
      const all = entries();
      const wanted = preferred?.();
      const named = all.find(({ name, aliases }) => wanted !== undefined && (name === wanted || aliases.includes(wanted)));
      // One that is configured and not there is no reason to ask another: an answer from the wrong cluster is worse than none.
      return named?.name ?? wanted ?? all[0]?.name;
    },
    async open(word) {
      const name = knownCluster(clusters, word);
      const entry = entries().find((one) => one.name === name);
      if (entry === undefined) throw new Problem('bad-request', `Cluster ${name} is not configured any more.`);
      const opened = openedOf(entry);
      opened.reader ??= entry.open().then(opened.protect);
      try {
        return await opened.reader;
      } catch (error) {
        // What failed may be mended: the next one tries anew.
        delete opened.reader;
        throw error;
      }
    },
  };
  return clusters;
}
