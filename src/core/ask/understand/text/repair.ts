import { distance } from 'fastest-levenshtein';
import { commonWords } from '../data/common-words.ts';
import { englishTerms, fieldTerms } from '../data/field-terms.ts';
import type { Token } from './tokens.ts';

const exact = new Set([...fieldTerms, ...englishTerms, ...commonWords]);

/**
 * Repairs typos in words of the field (`serivce`, `loadblancer`). What has a digit, a dot or a hyphen, stands in
 * backticks or is a name in the cluster is left as it is: a name is never "corrected".
 */
export function repairTypos(tokens: readonly Token[], english: boolean, names: ReadonlySet<string>): Token[] {
  const seen = new Map<string, string | undefined>();
  const terms = english ? [...fieldTerms, ...englishTerms] : fieldTerms;
  return tokens.map((token) => {
    const { norm } = token;
    if (token.known || token.marked || norm.length < 5 || norm.length > 20 || !/^[a-z]+$/.test(norm)) return token;
    if (exact.has(norm) || names.has(norm)) return token;
    if (!seen.has(norm)) seen.set(norm, nearest(norm, terms));
    const repaired = seen.get(norm);
    return repaired === undefined ? token : { ...token, norm: repaired, known: true };
  });
}

function nearest(word: string, terms: readonly string[]): string | undefined {
  let best: { readonly term: string; readonly far: number } | undefined;
  for (const term of terms) {
    if (Math.abs(term.length - word.length) > 2 || term[0] !== word[0]) continue;
    const far = isSwap(word, term) ? 1 : distance(word, term);
    const near = far === 1 ? term.length >= 6 : far === 2 && term.length >= 9;
    if (near && far < (best?.far ?? 3)) best = { term, far };
  }
  return best?.term;
}

/** Two neighbouring letters changed places, the commonest slip of fast typing. */
function isSwap(word: string, term: string): boolean {
  if (word.length !== term.length) return false;
  const at = Array.from(word).findIndex((letter, index) => letter !== term[index]);
  return word[at] === term[at + 1] && word[at + 1] === term[at] && word.slice(at + 2) === term.slice(at + 2);
}
