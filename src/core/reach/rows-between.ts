import type { ReachEnd } from '../answer/answer.ts';
import type { AddressRange } from '../network-policy/cidr.ts';
import { badRequest } from '../problem/problem.ts';
import { addressSide, cutSides, type Callers } from './callers.ts';
import { endKey, isExternal } from './ends.ts';
import type { FoundEnd } from './find-end.ts';
import type { Side } from './cases.ts';
import { outcomes } from './outcome.ts';
import { blockEdges } from './outside.ts';
import { representatives } from './peer-classes.ts';
import type { PolicyView } from './policy-view.ts';
import { sumUp, type Row } from './row.ts';
import type { Target } from './target.ts';

/** Every caller against every target, summed up in the words of the ends that were asked for. */
export function rowsBetween(callers: Callers, target: Target, found: FoundEnd, view: PolicyView): readonly Row[] {
  const from =
    callers.ranges === undefined
      ? callers.sides
      : cut(callers.end, callers.sides, callers.ranges, 'ingress', target.sides, view);
  const classOf = view.classOf([...callers.sides, ...target.sides].flatMap((side) => side.peers));
  const thinned = (side: Side): Side => ({ ...side, peers: representatives(side.peers, classOf, 2) });
  const outside = found.is === 'addresses' ? found : undefined;
  if (outside !== undefined && callers.ranges !== undefined) {
    throw badRequest(
      'Both ends are outside the cluster: nothing in it decides about that.',
      'One end has to be a Service, a workload, a pod or a namespace.',
    );
  }
  const to =
    outside === undefined
      ? target.sides
      : cut(outside.end, [addressSide(outside, outside.ranges)], outside.ranges, 'egress', callers.sides, view);
  const byTarget = to.map(thinned).map((toSide) => {
    const rows = from
      .map(thinned)
      // "Any pod of the namespace" means the others, not the target itself.
      .filter((fromSide) => (from.length === 1 && to.length === 1) || !isSame(fromSide, toSide))
      .map((fromSide): Row => ({
        from: fromSide,
        to: toSide,
        outcomes: outcomes(fromSide, toSide, (peer) => target.askedOf(peer), view),
      }));
    return isWhole(callers.end, from) ? rows : sumUp(rows, 'from', callers.end);
  });
  if (isWhole(target.end, to)) return byTarget.flat();
  const byCaller = Map.groupBy(byTarget.flat(), (row) => JSON.stringify(row.from.end));
  return [...byCaller.values()].flatMap((rows) => sumUp(rows, 'to', target.end));
}

function isSame(from: Side, to: Side): boolean {
  return !isExternal(from.end) && endKey(from.end) === endKey(to.end);
}

/** True when the end that was asked for is one workload, so that there is nothing to sum up. */
function isWhole(end: ReachEnd, sides: readonly Side[]): boolean {
  if (end.kind === 'Namespace' || end.kind === 'External') return sides.length === 1 && sides[0]?.end === end;
  return true;
}

function cut(
  end: ReachEnd,
  sides: readonly Side[],
  ranges: readonly AddressRange[],
  direction: 'ingress' | 'egress',
  others: readonly Side[],
  view: PolicyView,
): readonly Side[] {
  const namespaces = new Set(
    others.flatMap((side) => side.peers).map((peer) => (peer.is === 'pod' ? peer.namespace : undefined)),
  );
  const policies = [...namespaces].flatMap((namespace) => (namespace === undefined ? [] : (view.policiesOf(namespace) ?? [])));
  return sides.flatMap((side) => cutSides(end, side, ranges, blockEdges(policies, direction)));
}
