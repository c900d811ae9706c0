import { distance } from 'fastest-levenshtein';

/**
 * How far one value is from another that was probably meant: 0 other letter case or separator, 1–2 letters, 3 a part
 * added at a dash (`web`, `web-app`). undefined when they are simply different. Values that differ in digits alone
 * (`shard-1`, `shard-2`) name different things on purpose.
 */
export function slipBetween(meant: string, written: string): number | undefined {
  if (meant === written) return undefined;
  if (fold(meant) === fold(written)) return 0;
  if (meant.replaceAll(/\d/gu, '') === written.replaceAll(/\d/gu, '')) return undefined;
  const shorter = Math.min(meant.length, written.length);
  const edits = isSwap(meant.toLowerCase(), written.toLowerCase()) ? 1 : distance(meant.toLowerCase(), written.toLowerCase());
  if (shorter >= 3 && edits <= (shorter >= 5 ? 2 : 1)) return edits;
  if (shorter >= 2 && isPart(meant, written)) return 3;
  return undefined;
}

/** Two neighbouring letters changed places (`wbe`): one slip of the fingers, although two edits. */
function isSwap(a: string, b: string): boolean {
  if (a.length !== b.length) return false;
  const at = a.split('').findIndex((letter, index) => letter !== b[index]);
  return at >= 0 && a.slice(0, at) + (a[at + 1] ?? '') + (a[at] ?? '') + a.slice(at + 2) === b;
}

function fold(value: string): string {
  return value.toLowerCase().replaceAll(/[-_.]/gu, '');
}

function isPart(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return ['-', '_', '.'].some((dash) => long.startsWith(short + dash) || long.endsWith(dash + short));
}
