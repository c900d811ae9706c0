/** The middle one; of an even number the upper of the two. 0 of none. */
export function median(values: readonly number[]): number {
  return share(values, 0.5);
}

/** The value that this share of all does not exceed, by the nearest rank. 0 of none. */
export function share(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * part) - 1)] ?? 0;
}
