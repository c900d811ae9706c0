import type { Answer, ReachEntry } from '../answer/answer.ts';
import { answer, note, paragraph, table } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { count, plain } from '../answer/text.ts';
import { readOf } from '../answer/read-of.ts';
import type { ObjectRef } from '../model/kinds/meta.ts';
import type { UnreadResource } from '../model/observed.ts';
import { grantFor } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { endKey, endName } from './ends.ts';
import { graphMermaid } from './mermaid.ts';
import { skippedReads } from './policy-view.ts';
import { policiesOnly } from './reach-answer.ts';

export interface AllFound {
  readonly snapshot: Snapshot;
  readonly entries: readonly ReachEntry[];
  /** Pairs of which it cannot be told. */
  readonly unknown: number;
  readonly unread: readonly UnreadResource[];
  readonly workloads: readonly ObjectRef[];
  readonly namespace: string | undefined;
}

export function reachAllAnswer({ snapshot, entries, unknown, unread, workloads, namespace }: AllFound): Answer {
  const where = namespace === undefined ? '' : ` with namespace ${namespace}`;
  const grants = [...new Set(unread.map((one) => grantFor(one.resource, one.namespace)))];
  const graph = graphMermaid(entries);
  return answer('reach', headline(), {
    ...(grants.length > 0 ? { status: 'info' as const } : {}),
    parts: [
      ...(grants.length > 0 ? [paragraph(plain(`Not everything could be read. Grant ${grants.join(' and ')}.`))] : []),
      ...(entries.length > 0 ? [summary(entries, workloads)] : []),
      ...(graph === undefined ? [] : [graph]),
      ...(unknown > 0 ? [note(plain(`Of ${count(unknown, 'more pair')} it cannot be told; reach FROM TO says why.`))] : []),
      ...(entries.length > 0 || unknown > 0 ? [note(plain(policiesOnly))] : []),
    ],
    reach: entries,
    ...(unread.length === 0 ? {} : { skipped: skippedReads(unread) }),
    read: readOf(snapshot),
  });

  function headline(): string {
    if (grants.length > 0 && entries.length === 0) return 'Which connections are allowed cannot be told.';
    if (workloads.length === 0) return `There are no pods${namespace === undefined ? '' : ` in namespace ${namespace}`}.`;
    if (entries.length === 0) return `The NetworkPolicies allow no connection${where}.`;
    return `The NetworkPolicies allow ${count(entries.length, 'connection')}${where}, between ${count(workloads.length, 'workload')} and the outside.`;
  }
}

/** One line for each target and its ports, so that what is open to many can be read. */
function summary(entries: readonly ReachEntry[], workloads: readonly ObjectRef[]): Part {
  const lines = Map.groupBy(entries, (entry) => `${endKey(entry.to)} ${entry.ports.join()}`);
  return table(
    'Allowed connections',
    ['To', 'Ports', 'From'],
    [...lines.entries()]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .flatMap(([, list]) =>
        list[0] === undefined ? [] : [[endName(list[0].to), list[0].ports.join(', '), callers(list, workloads)]],
      ),
  );
}

function callers(entries: readonly ReachEntry[], workloads: readonly ObjectRef[]): string {
  const isWorkload = ({ from }: ReachEntry) => from.kind !== 'External' && from.kind !== 'Namespace';
  // The target itself is not among its callers.
  const everyone = workloads.length > 3 && entries.filter(isWorkload).length >= workloads.length - 1;
  const named = everyone ? entries.filter((entry) => !isWorkload(entry)) : entries;
  return [...(everyone ? ['every other workload'] : []), ...named.map(({ from }) => endName(from))].join(', ');
}
