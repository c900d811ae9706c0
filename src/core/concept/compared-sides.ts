import { searchWords } from './search-words.ts';

/** How people set one thing against another, in the languages that the typed text may be in. */
const between = /\b(?:vs\.?|versus|or|oder|ou|o|instead of|rather than|over|compared (?:to|with)|statt)\b/u;
const difference =
  /\b(?:difference|differences|diff|different|differ|unterschied|diferencia|diferença|différence|fark|antar)\b/u;
const and = /\b(?:and|und|y|e|et|aur|from|to|with)\b/u;
const wordsAside = 3;

/**
 * The two sides of "A vs B", "A or B" or "difference between A and B": the known words next to the joint. Empty when
 * nothing is compared.
 */
export function comparedSides(text: string, isKnown: (word: string) => boolean): readonly ReadonlySet<string>[] {
  const typed = text.slice(0, 300).toLowerCase();
  const joint = between.exec(typed) ?? (difference.test(typed) ? andAfterDifference(typed) : null);
  if (joint === null) return [];
  const before = searchWords(typed.slice(0, joint.index)).filter(isSide).slice(-wordsAside);
  const after = searchWords(typed.slice(joint.index + joint[0].length))
    .filter(isSide)
    .slice(0, wordsAside);
  const left = new Set(before.filter((word) => !after.includes(word)));
  const right = new Set(after.filter((word) => !before.includes(word)));
  return left.size === 0 || right.size === 0 ? [] : [left, right];

  function isSide(word: string): boolean {
    return word !== 'difference' && word !== 'service' && isKnown(word);
  }
}

function andAfterDifference(typed: string): { readonly index: number; readonly 0: string } | null {
  const start = typed.search(difference);
  const [, ...rest] = typed.slice(start).split(/\s/u);
  const offset = typed.length - rest.join(' ').length;
  const found = and.exec(typed.slice(offset));
  return found === null ? null : { index: offset + found.index, 0: found[0] };
}
