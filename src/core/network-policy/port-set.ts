import type { Protocol } from '../model/kinds/service.ts';

/** Both ends included, 1–65535. */
type Interval = readonly [first: number, last: number];

/** Ports of each protocol as sorted intervals that neither touch nor overlap, so that equal sets look equal. */
export type PortSet = Readonly<Record<Protocol, readonly Interval[]>>;

const protocols = ['TCP', 'UDP', 'SCTP'] as const;
const LAST_PORT = 65535;
const every: readonly Interval[] = [[1, LAST_PORT]];

export const noPorts: PortSet = { TCP: [], UDP: [], SCTP: [] };
export const allPorts: PortSet = { TCP: every, UDP: every, SCTP: every };

/** A range of ports; without numbers the whole protocol. An upside-down range is empty. */
export function ports(protocol: Protocol, first = 1, last = LAST_PORT): PortSet {
  const interval: Interval = [Math.max(1, first), Math.min(LAST_PORT, last)];
  return { ...noPorts, [protocol]: interval[0] <= interval[1] ? [interval] : [] };
}

export function onePort(protocol: Protocol, port: number): PortSet {
  return ports(protocol, port, port);
}

export function union(...sets: readonly PortSet[]): PortSet {
  return perProtocol((protocol) => merge(sets.flatMap((set) => set[protocol])));
}

export function intersect(a: PortSet, b: PortSet): PortSet {
  return perProtocol((protocol) =>
    merge(
      a[protocol].flatMap(([aFirst, aLast]) =>
        b[protocol].flatMap(([bFirst, bLast]): Interval[] => {
          const common: Interval = [Math.max(aFirst, bFirst), Math.min(aLast, bLast)];
          return common[0] <= common[1] ? [common] : [];
        }),
      ),
    ),
  );
}

/** The ports of `a` that `b` does not have. */
export function subtract(a: PortSet, b: PortSet): PortSet {
  return intersect(
    a,
    perProtocol((protocol) => complement(b[protocol])),
  );
}

export function isEmpty(set: PortSet): boolean {
  return protocols.every((protocol) => set[protocol].length === 0);
}

export function isAll(set: PortSet): boolean {
  return set === allPorts || isEqual(set, allPorts);
}

export function isEqual(a: PortSet, b: PortSet): boolean {
  return a === b || protocols.every((protocol) => String(a[protocol]) === String(b[protocol]));
}

export function isSubset(a: PortSet, b: PortSet): boolean {
  return isEqual(intersect(a, b), a);
}

/** `['TCP 80', 'TCP 8000-8100', 'UDP 53']`; `['all']` when nothing limits it; `[]` for none. */
export function formatPorts(set: PortSet): readonly string[] {
  if (isAll(set)) return ['all'];
  return protocols.flatMap((protocol) =>
    set[protocol].map(([first, last]) => (first === last ? `${protocol} ${first}` : `${protocol} ${first}-${last}`)),
  );
}

function perProtocol(intervals: (protocol: Protocol) => readonly Interval[]): PortSet {
  return { TCP: intervals('TCP'), UDP: intervals('UDP'), SCTP: intervals('SCTP') };
}

function merge(intervals: readonly Interval[]): readonly Interval[] {
  if (intervals.length < 2) return intervals;
  const merged: [number, number][] = [];
  for (const [first, last] of [...intervals].sort((a, b) => a[0] - b[0])) {
    const before = merged.at(-1);
    if (before !== undefined && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else merged.push([first, last]);
  }
  return merged;
}

function complement(intervals: readonly Interval[]): readonly Interval[] {
  const gaps: Interval[] = [];
  let next = 1;
  for (const [first, last] of intervals) {
    if (first > next) gaps.push([next, first - 1]);
    next = last + 1;
  }
  if (next <= LAST_PORT) gaps.push([next, LAST_PORT]);
  return gaps;
}
