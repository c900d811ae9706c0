import type { ReachEnd } from '../answer/answer.ts';
import type { Peer } from '../network-policy/peer.ts';
import { formatPorts, intersect, isEmpty, isEqual, allPorts, noPorts, type PortSet } from '../network-policy/port-set.ts';
import type { AddressRange } from '../network-policy/cidr.ts';
import { isExternal } from './ends.ts';
import type { Side } from './cases.ts';
import type { Outcome } from './outcome.ts';
import { asCidrs } from './outside.ts';

/** What holds between two ends, before it is written down. */
export interface Row {
  readonly from: Side;
  readonly to: Side;
  readonly outcomes: readonly Outcome[];
}

/**
 * Says the rows of many callers (or, on the other side, targets) in the words of the one end that was asked for: once
 * where all are alike; otherwise each workload by itself, and addresses as the whole and the parts that are better off.
 */
export function sumUp(rows: readonly Row[], side: 'from' | 'to', whole: ReachEnd): readonly Row[] {
  const [first] = rows;
  if (first === undefined) return [];
  const all: Side = { end: whole, peers: rows.flatMap((row) => row[side].peers) };
  if (rows.every((row) => signature(row) === signature(first))) return [{ ...first, [side]: all }];
  if (!isExternal(whole)) return rows;
  const common = rows.reduce<PortSet>((ports, row) => intersect(ports, allowedOf(row)), allPorts);
  const against = rows.flatMap((row) => row.outcomes).filter((one) => one.verdict !== 'allowed');
  const worst = against.find((one) => one.verdict === 'blocked') ?? against[0];
  const better = [...Map.groupBy(rows, (row) => formatPorts(allowedOf(row)).join()).values()].filter(
    ([row]) => row !== undefined && !isEmpty(allowedOf(row)) && !isEqual(allowedOf(row), common),
  );
  const parts = better.flatMap((group) => split(group, side));
  const ofAll: Row = {
    ...first,
    [side]: all,
    outcomes: isEmpty(common) && worst !== undefined ? [worst] : allowedOutcomes(first, common),
  };
  return [...(ofAll.outcomes.length === 0 ? [] : [ofAll]), ...parts];
}

function split(rows: readonly Row[], side: 'from' | 'to'): readonly Row[] {
  const [first] = rows;
  if (first === undefined) return [];
  const outcomes = first.outcomes.filter((one) => one.verdict === 'allowed');
  return asCidrs(rows.flatMap((row) => row[side].peers).flatMap(rangeOf)).map((cidr) => ({
    from: side === 'from' ? outside(cidr) : first.from,
    to: side === 'to' ? outside(cidr) : first.to,
    outcomes,
  }));
}

function outside(cidr: string): Side {
  return { end: { kind: 'External', cidr }, peers: [] };
}

function rangeOf(peer: Peer): readonly AddressRange[] {
  return peer.is === 'addresses' ? [peer.range] : [];
}

function allowedOf(row: Row): PortSet {
  return row.outcomes.find((one) => one.verdict === 'allowed')?.ports ?? noPorts;
}

function allowedOutcomes(row: Row, ports: PortSet): readonly Outcome[] {
  return row.outcomes.flatMap((one) => (one.verdict === 'allowed' ? [{ ...one, ports }] : []));
}

function signature(row: Row): string {
  return row.outcomes.map((one) => `${one.verdict} ${formatPorts(one.ports).join()}`).join('; ');
}
