/** Consecutive addresses of one family, both ends included. Numbers are big integers: IPv6 has 128 bits. */
export interface AddressRange {
  readonly family: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
}

const bitsOf = { 4: 32n, 6: 128n } as const;

/** Every address of a family: `0.0.0.0/0` or `::/0`. */
export function everyAddress(family: 4 | 6): AddressRange {
  return { family, first: 0n, last: (1n << bitsOf[family]) - 1n };
}

/** `10.0.0.7`, `10.0.0.0/8`, `fd00::/8`. Host bits of a CIDR are ignored. undefined when it is neither. */
export function parseRange(text: string): AddressRange | undefined {
  const [address = '', prefix, ...rest] = text.trim().split('/');
  const family = address.includes(':') ? 6 : 4;
  const value = family === 6 ? parseIPv6(address) : parseIPv4(address);
  if (value === undefined || rest.length > 0) return undefined;
  if (prefix === undefined) return { family, first: value, last: value };
  if (!/^\d{1,3}$/u.test(prefix) || BigInt(prefix) > bitsOf[family]) return undefined;
  const size = 1n << (bitsOf[family] - BigInt(prefix));
  const first = value - (value % size);
  return { family, first, last: first + size - 1n };
}

function parseIPv4(text: string): bigint | undefined {
  const parts = text.split('.');
  if (parts.length !== 4) return undefined;
  let value = 0;
  for (const part of parts) {
    if (!/^\d{1,3}$/u.test(part) || Number(part) > 255) return undefined;
    value = value * 256 + Number(part);
  }
  return BigInt(value);
}

function parseIPv6(text: string): bigint | undefined {
  const halves = text.split('::');
  if (halves.length > 2) return undefined;
  const [head, tail] = halves.map(parseGroups);
  if (head === undefined || (halves.length === 2 && tail === undefined)) return undefined;
  const groups = [...head, ...(tail ?? [])];
  const missing = 8 - groups.length;
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined;
  const all = [...head, ...Array.from({ length: missing }, () => 0), ...(tail ?? [])];
  return all.reduce((value, group) => value * 65536n + BigInt(group), 0n);
}

/** The 16-bit groups of one side of `::`; the last may be written as an IPv4 address. */
function parseGroups(text: string): number[] | undefined {
  if (text === '') return [];
  const groups: number[] = [];
  for (const [index, part] of text.split(':').entries()) {
    if (part.includes('.')) {
      const embedded = index === text.split(':').length - 1 ? parseIPv4(part) : undefined;
      if (embedded === undefined) return undefined;
      groups.push(Number(embedded >> 16n), Number(embedded & 0xffffn));
    } else {
      if (!/^[0-9a-f]{1,4}$/iu.test(part)) return undefined;
      groups.push(Number.parseInt(part, 16));
    }
  }
  return groups;
}

/** As RFC 5952 writes it: lower case, the longest run of zero groups as `::`. */
export function formatAddress(family: 4 | 6, value: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => String((value >> shift) & 255n)).join('.');
  const groups = Array.from({ length: 8 }, (_, index) => ((value >> BigInt(112 - 16 * index)) & 0xffffn).toString(16));
  const zeros = [...groups.join(':').matchAll(/(?<![0-9a-f])0(?::0)+(?![0-9a-f])/gu)].sort(
    (a, b) => b[0].length - a[0].length,
  )[0];
  if (zeros === undefined) return groups.join(':');
  const whole = groups.join(':');
  const before = whole.slice(0, zeros.index).replace(/:$/u, '');
  const after = whole.slice(zeros.index + zeros[0].length).replace(/^:/u, '');
  return `${before}::${after}`;
}

/** The fewest CIDRs that are exactly the range, lowest first. */
export function toCidrs(range: AddressRange): readonly string[] {
  const bits = bitsOf[range.family];
  const cidrs: string[] = [];
  for (let first = range.first; first <= range.last;) {
    let host = 0n;
    while (host < bits && first % (1n << (host + 1n)) === 0n && first + (1n << (host + 1n)) - 1n <= range.last) host += 1n;
    cidrs.push(`${formatAddress(range.family, first)}/${bits - host}`);
    first += 1n << host;
  }
  return cidrs;
}
