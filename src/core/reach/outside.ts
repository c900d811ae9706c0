import type { ReachEnd } from '../answer/answer.ts';
import type { NetworkPolicy } from '../model/kinds/network-policy.ts';
import { parseRange, everyAddress, toCidrs, type AddressRange } from '../network-policy/cidr.ts';
import { cutAt, without } from '../network-policy/range-math.ts';
import type { Direction } from '../network-policy/selected-policies.ts';

/**
 * Addresses that the internet does not route: private, shared, link-local, loopback, documentation of "this network",
 * multicast and reserved ones. Source: iana.org/assignments/iana-ipv4-special-registry
 */
const notInternet = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/3',
]
  .map((cidr) => parseRange(cidr))
  .filter((range) => range !== undefined);

export const internet: ReachEnd = { kind: 'External', cidr: '0.0.0.0/0' };

export function internetAddresses(): readonly AddressRange[] {
  return without(everyAddress(4), notInternet);
}

/** True when a part of the range is routed on the internet. */
export function hasInternetAddress(range: AddressRange): boolean {
  return range.family === 6 ? range.first >> 125n <= 1n && range.last >> 125n >= 1n : without(range, notInternet).length > 0;
}

/** Every range that an ipBlock of these policies names in this direction, `except` included. */
export function blockEdges(policies: readonly NetworkPolicy[], direction: Direction): readonly AddressRange[] {
  return policies.flatMap((policy) =>
    policy.spec[direction].flatMap((rule) =>
      (rule.peers ?? []).flatMap(({ ipBlock }) =>
        ipBlock === undefined
          ? []
          : [ipBlock.cidr, ...ipBlock.except].map((cidr) => parseRange(cidr)).filter((one) => one !== undefined),
      ),
    ),
  );
}

/** The ranges cut so that every ipBlock holds a piece wholly or not at all. */
export function uniformPieces(ranges: readonly AddressRange[], edges: readonly AddressRange[]): readonly AddressRange[] {
  return ranges.flatMap((range) => cutAt(range, edges));
}

/** Neighbours joined, then written as CIDRs. */
export function asCidrs(ranges: readonly AddressRange[]): readonly string[] {
  const joined: AddressRange[] = [];
  for (const range of [...ranges].sort((a, b) => (a.first < b.first ? -1 : 1))) {
    const before = joined.at(-1);
    if (before?.family === range.family && before.last + 1n === range.first)
      joined[joined.length - 1] = { ...before, last: range.last };
    else joined.push(range);
  }
  return joined.flatMap(toCidrs);
}
