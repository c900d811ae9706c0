import { distance } from 'fastest-levenshtein';

/**
 * Names close enough to be what was meant, nearest first. Close is one edit in a short name and up to a third of a
 * longer one, or one name being the beginning of the other (`web`, `web-app`).
 */
export function nearest(name: string, names: Iterable<string>, limit = 3): readonly string[] {
  const wanted = name.toLowerCase();
  const found: { name: string; far: number }[] = [];
  for (const candidate of new Set(names)) {
    const other = candidate.toLowerCase();
    const edits = isSwap(wanted, other) ? 1 : distance(wanted, other);
    const allowed = Math.max(1, Math.min(3, Math.floor(Math.max(wanted.length, other.length) / 3)));
    if (edits <= allowed) found.push({ name: candidate, far: edits });
    else if (isPartOf(wanted, other)) found.push({ name: candidate, far: allowed + edits / 100 });
  }
  return found
    .sort((a, b) => a.far - b.far || a.name.localeCompare(b.name))
    .slice(0, limit)
    .map((one) => one.name);
}

/** One name is the other with a part added at a dash: `web` and `shop-web`. */
function isPartOf(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short.length >= 3 && (long.startsWith(`${short}-`) || long.endsWith(`-${short}`));
}

/** Two neighbouring letters changed places (`lsit`): one slip of the fingers, although two edits. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at += 1;
  return at < a.length && a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b;
}
