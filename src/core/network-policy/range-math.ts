import type { AddressRange } from './cidr.ts';

export function contains(outer: AddressRange, inner: AddressRange): boolean {
  return outer.family === inner.family && outer.first <= inner.first && inner.last <= outer.last;
}

export function overlaps(a: AddressRange, b: AddressRange): boolean {
  return a.family === b.family && a.first <= b.last && b.first <= a.last;
}

/** What is left of the range without the others, lowest first. */
export function without(range: AddressRange, others: readonly AddressRange[]): readonly AddressRange[] {
  return others.reduce<readonly AddressRange[]>(
    (left, other) =>
      left.flatMap((part) => {
        if (!overlaps(part, other)) return [part];
        const low = { ...part, last: other.first - 1n };
        const high = { ...part, first: other.last + 1n };
        return [...(part.first < other.first ? [low] : []), ...(other.last < part.last ? [high] : [])];
      }),
    [range],
  );
}

/** The range cut at the edges of the others: each piece is wholly inside or wholly outside of every one of them. */
export function cutAt(range: AddressRange, others: readonly AddressRange[]): readonly AddressRange[] {
  const edges = new Set<bigint>([range.first]);
  for (const other of others) {
    if (!overlaps(range, other)) continue;
    if (other.first > range.first) edges.add(other.first);
    if (other.last < range.last) edges.add(other.last + 1n);
  }
  const firsts = [...edges].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0));
  return firsts.map((first, index) => {
    const next = firsts[index + 1];
    return { family: range.family, first, last: next === undefined ? range.last : next - 1n };
  });
}
