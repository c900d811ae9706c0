import { stringify } from 'yaml';
import type { ManifestObject } from '../kubernetes-object.ts';

/** The two objects as YAML, the lines that differ marked with - and +, the unchanged ones around them left in. */
export function diffLines(before: ManifestObject, after: ManifestObject): string {
  const [from, to] = [lines(before), lines(after)];
  const common = longestCommon(from, to);
  const out: string[] = [];
  let [at, next] = [0, 0];
  for (const [a, b] of [...common, [from.length, to.length] as const]) {
    out.push(...from.slice(at, a).map((line) => `- ${line}`), ...to.slice(next, b).map((line) => `+ ${line}`));
    const line = from[a];
    if (line !== undefined) out.push(`  ${line}`);
    [at, next] = [a + 1, b + 1];
  }
  return out.join('\n');
}

function lines(object: ManifestObject): readonly string[] {
  return stringify(object, { lineWidth: 0, indentSeq: false, version: '1.1' }).trimEnd().split('\n');
}

/** Index pairs of a longest common subsequence; the texts are a screen long. */
function longestCommon(from: readonly string[], to: readonly string[]): readonly (readonly [number, number])[] {
  const length = Array.from({ length: from.length + 1 }, () => new Uint16Array(to.length + 1));
  const at = (a: number, b: number) => length[a]?.[b] ?? 0;
  for (let a = from.length - 1; a >= 0; a -= 1) {
    for (let b = to.length - 1; b >= 0; b -= 1) {
      const row = length[a];
      if (row !== undefined) row[b] = from[a] === to[b] ? at(a + 1, b + 1) + 1 : Math.max(at(a + 1, b), at(a, b + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  for (let [a, b] = [0, 0]; a < from.length && b < to.length;) {
    if (from[a] === to[b]) pairs.push([a++, b++]);
    else if (at(a + 1, b) >= at(a, b + 1)) a += 1;
    else b += 1;
  }
  return pairs;
}
