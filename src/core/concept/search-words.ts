import { pairs, stopWords, synonyms } from './word-groups.ts';

const toFirst = new Map(
  synonyms.flatMap(([first = '', ...others]) =>
    [first, ...others].flatMap((word) => [word, stemmed(word)]).map((word) => [word, first] as const),
  ),
);

/** An address is one word, not four numbers. */
const ipv4 = /\b\d{1,3}(?:\.\d{1,3}){3}\b/gu;

const longest = 2000;

/** The words of a text that the search compares, in one spelling each. Linear in the first 2,000 characters. */
export function searchWords(text: string): readonly string[] {
  let folded = text.slice(0, longest).toLowerCase().normalize('NFKD').replaceAll(/\p{M}/gu, '');
  folded = folded.replaceAll(ipv4, (address) => ` address ${address.replaceAll('.', 'x')} `);
  for (const [pattern, word] of pairs) folded = folded.replaceAll(pattern, word);
  return folded
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => !/^(?:[a-z]?|\d)$/u.test(word) && !stopWords.has(word))
    .map((word) => toFirst.get(word) ?? toFirst.get(stemmed(word)) ?? stemmed(word));
}

/** What may be the name of a field, flag or annotation, in one spelling: `spec.externalIPs` is `externalips`, too. */
export function fieldsIn(text: string): ReadonlySet<string> {
  const names = text.slice(0, longest).match(/[a-z][\w-]*/giu) ?? [];
  return new Set(names.map((name) => name.toLowerCase().replaceAll(/[_-]/gu, '')));
}

/** Regular English endings off: `rules` and `rule`, `pending` and `pend` are one word. Names of fields end otherwise. */
function stemmed(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/u.test(word)) return word;
  return word
    .replace(/ies$/u, 'y')
    .replace(/(?<![su])s$/u, '')
    .replace(/(?<=[a-z]{3})(?:ing|ed)$/u, '')
    .replace(/(?<=[a-z]{4})e$/u, '');
}
