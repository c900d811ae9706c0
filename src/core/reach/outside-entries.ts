import type { ReachEntry } from '../answer/answer.ts';
import type { NetworkPolicy } from '../model/kinds/network-policy.ts';
import { everyAddress, parseRange, toCidrs, type AddressRange } from '../network-policy/cidr.ts';
import { allPorts, formatPorts, intersect, isEmpty, isSubset, type PortSet } from '../network-policy/port-set.ts';
import { contains, overlaps, without } from '../network-policy/range-math.ts';
import type { Direction } from '../network-policy/selected-policies.ts';
import type { Side } from './cases.ts';
import { openPorts, type OpenPorts } from './outcome.ts';
import { blockEdges, uniformPieces } from './outside.ts';
import type { PolicyView } from './policy-view.ts';

/**
 * What outside addresses may do with one workload (ingress) or it with them (egress). Every entry holds for all
 * addresses of its CIDR: `0.0.0.0/0` for what is open to everybody, and each ipBlock, cut into smaller CIDRs around its
 * `except`, for what is open to it beyond that.
 */
export function outsideEntries(
  direction: Direction,
  side: Side,
  view: PolicyView,
  families: readonly (4 | 6)[],
): readonly ReachEntry[] {
  const policies = policiesOn(direction, side, view);
  const edges = blockEdges(policies, direction);
  const blocks = [...families.map(everyAddress), ...ipBlocks(policies, direction)];
  const pieces = uniformPieces([everyAddress(4), everyAddress(6)], edges).map((range) => ({
    range,
    open: judge(direction, side, range, view),
  }));
  const found = blocks.map((block) => {
    // Pieces are as large as the edges let them be: a CIDR may be a part of one.
    const inside = pieces.filter((piece) => overlaps(block, piece.range));
    const ports = inside.reduce<PortSet>((common, piece) => intersect(common, piece.open.ports), allPorts);
    return { block, ports, decidedBy: inside[0]?.open.decidedBy ?? '' };
  });
  const useful = found.filter(
    ({ block, ports }, index) =>
      !isEmpty(ports) &&
      !found.some((other, at) => at !== index && isWider(other.block, block, at < index) && isSubset(ports, other.ports)),
  );
  return useful.map(({ block, ports, decidedBy }): ReachEntry => {
    const [cidr = ''] = toCidrs(block);
    const outside = { kind: 'External', cidr } as const;
    const [from, to] = direction === 'ingress' ? [outside, side.end] : [side.end, outside];
    return { from, to, ports: formatPorts(ports), verdict: 'allowed', decidedBy };
  });
}

function judge(direction: Direction, side: Side, range: AddressRange, view: PolicyView): OpenPorts {
  const outside: Side = { end: { kind: 'External', cidr: toCidrs(range)[0] ?? '' }, peers: [{ is: 'addresses', range }] };
  const [from, to] = direction === 'ingress' ? [outside, side] : [side, outside];
  return openPorts(from, to, view);
}

function policiesOn(direction: Direction, side: Side, view: PolicyView): readonly NetworkPolicy[] {
  return [...new Set(side.peers.flatMap((peer) => view.end(direction, peer).policies ?? []).map(({ policy }) => policy))];
}

/** The addresses that each ipBlock leaves after its exceptions, CIDR by CIDR. */
function ipBlocks(policies: readonly NetworkPolicy[], direction: Direction): readonly AddressRange[] {
  return policies.flatMap(({ spec }) =>
    spec[direction].flatMap((rule) =>
      (rule.peers ?? []).flatMap(({ ipBlock }) => {
        const cidr = ipBlock === undefined ? undefined : parseRange(ipBlock.cidr);
        if (ipBlock === undefined || cidr === undefined) return [];
        const excepted = ipBlock.except.map((one) => parseRange(one)).filter((one) => one !== undefined);
        return without(cidr, excepted)
          .flatMap(toCidrs)
          .map((one) => parseRange(one))
          .filter((one) => one !== undefined);
      }),
    ),
  );
}

/** Of two equal blocks the first one stays. */
function isWider(other: AddressRange, block: AddressRange, first: boolean): boolean {
  return contains(other, block) && (first || !contains(block, other));
}
