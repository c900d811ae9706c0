import type { Answer, ReachEntry } from '../answer/answer.ts';
import type { UnreadResource } from '../model/observed.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { formatPorts, isEmpty } from '../network-policy/port-set.ts';
import { endKey, isExternal } from './ends.ts';
import type { Side } from './cases.ts';
import { createLookup } from './lookup.ts';
import { openPorts } from './outcome.ts';
import { outsideEntries } from './outside-entries.ts';
import { representatives } from './peer-classes.ts';
import { podGroups } from './pod-groups.ts';
import { policyView, type PolicyView } from './policy-view.ts';
import { reachAllAnswer } from './reach-all-answer.ts';
import { emptyNamespaces, familiesOf } from './surroundings.ts';

export interface ReachAllOptions {
  /** Only connections with at least one end in this namespace. */
  readonly namespace?: string;
}

/**
 * Every connection that the NetworkPolicies allow between workloads, and with addresses outside: one entry a pair, its
 * ports those that are open for some of its pods, sorted by caller, then target. Pods of one workload among themselves
 * are left out (`reach web web` answers that), as are pairs of which it cannot be told; those are counted.
 * A namespace that policies admit and that has no pods yet stands for itself, as `Namespace`. Throws a Problem for a
 * namespace that does not exist.
 */
export function reachAll(snapshot: Snapshot, { namespace }: ReachAllOptions = {}): Answer {
  if (namespace !== undefined) createLookup(snapshot).mustHaveNamespace(namespace);
  const view = policyView(snapshot);
  const all = podGroups(snapshot);
  const groups = all.read ? all : namespace === undefined ? all : podGroups(snapshot, namespace);
  const unread: UnreadResource[] = groups.read ? [] : [...groups.unread];
  const list = groups.read ? groups.value : [];
  const pods = all.read || namespace === undefined ? snapshot.all('pods') : snapshot.in('pods', namespace);
  if (groups.read && !pods.read) unread.push(...pods.unread);
  const namespaces = [...new Set(list.flatMap(({ ref }) => ref.namespace ?? []))];
  for (const name of namespaces) {
    const policies = snapshot.in('networkpolicies', name);
    if (!policies.read) unread.push(...policies.unread);
  }
  const classOf = view.classOf(list.flatMap((group) => group.pods));
  const sides = [
    ...list.map((group): Side => ({ end: group.ref, peers: representatives(group.pods, classOf, 1) })),
    ...emptyNamespaces(snapshot, list, view),
  ];
  const wanted = (side: Side) => namespace === undefined || namespaceOf(side) === namespace;
  const { entries, unknown } = pairEntries(sides, wanted, view);
  const families = familiesOf(list);
  const workloads = sides.filter((side) => wanted(side) && side.end.kind !== 'Namespace');
  const outside = (['ingress', 'egress'] as const).flatMap((direction) =>
    workloads.flatMap((side) => outsideEntries(direction, side, view, families)),
  );
  const reach = [...entries, ...outside]
    .map((entry) => ({ entry, key: `${endKey(entry.from)} ${endKey(entry.to)}` }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ entry }) => entry);
  return reachAllAnswer({ snapshot, entries: reach, unknown, unread, workloads: list.map(({ ref }) => ref), namespace });
}

function pairEntries(
  sides: readonly Side[],
  wanted: (side: Side) => boolean,
  view: PolicyView,
): { entries: readonly ReachEntry[]; unknown: number } {
  const entries: ReachEntry[] = [];
  let unknown = 0;
  for (const from of sides) {
    for (const to of sides) {
      if (from === to || !(wanted(from) || wanted(to)) || (from.end.kind === 'Namespace' && to.end.kind === 'Namespace'))
        continue;
      const open = openPorts(from, to, view);
      if (isEmpty(open.ports)) {
        if (open.unclear) unknown += 1;
      } else if (!isAnyPod(from, open.byRules.ingress) && !isAnyPod(to, open.byRules.egress)) {
        entries.push({
          from: from.end,
          to: to.end,
          ports: formatPorts(open.ports),
          verdict: 'allowed',
          decidedBy: open.decidedBy,
        });
      }
    }
  }
  return { entries, unknown };
}

function namespaceOf({ end }: Side): string | undefined {
  if (isExternal(end)) return undefined;
  return end.kind === 'Namespace' ? end.name : end.namespace;
}

/** "Any pod of this namespace" is only worth a line where a rule lets it in, not where everybody may. */
function isAnyPod(side: Side, named: boolean): boolean {
  return side.end.kind === 'Namespace' && !named;
}
