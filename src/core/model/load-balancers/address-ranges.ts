import { parseRange, type AddressRange } from '../../network-policy/cidr.ts';

/** `192.0.2.0/28`, `192.0.2.7` or, as MetalLB writes pools, `192.0.2.10-192.0.2.20`. undefined when it is none of them. */
export function parseAddresses(text: string): AddressRange | undefined {
  const [from = '', to, ...rest] = text.split('-').map((part) => part.trim());
  if (to === undefined) return parseRange(from);
  const first = parseRange(from);
  const last = parseRange(to);
  if (rest.length > 0 || first === undefined || last === undefined || first.family !== last.family) return undefined;
  return first.first > last.last ? undefined : { family: first.family, first: first.first, last: last.last };
}

/** False for what is not an address. */
export function isInRange(range: AddressRange, address: string): boolean {
  const one = parseRange(address);
  return one !== undefined && one.family === range.family && one.first >= range.first && one.last <= range.last;
}

export function sizeOf(range: AddressRange): bigint {
  return range.last - range.first + 1n;
}

/** One spelling for one address: `2001:DB8::0:1` and `2001:db8::1` are the same. What is no address stays as it is. */
export function normalAddress(address: string): string {
  const range = address.includes(':') ? parseRange(address) : undefined;
  return range === undefined ? address : `v6/${range.first.toString(16)}`;
}
