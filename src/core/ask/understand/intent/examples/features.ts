import { findMentions } from '../../facts/mentions.ts';
import type { Message } from '../../text/message.ts';
import { once } from '../../text/once.ts';
import { findClues } from '../clues.ts';
import type { Clues } from '../rule.ts';

/** The clues that tell intents apart; each counts as a word, whether it is there or not. */
const told = [
  'asks',
  'asksWhetherSo',
  'wishes',
  'observes',
  'genericQuestion',
  'apiField',
  'mine',
  'named',
  'serviceNamed',
  'aboutNamed',
  'failing',
  'diagnosing',
  'choosing',
  'yaml',
  'pasted',
  'field',
  'strong',
] as const satisfies readonly (keyof Clues)[];

/** Read at most: what a person wants is said in so many words, the rest is paste. */
const mostWords = 160;

/**
 * What examples are compared by: each word once, the first two and the last one, and the clues. Pairs of words would count
 * the same thing twice. Names and
 * numbers stand for any name and number, so that an example about `web` speaks for `checkout`, too.
 */
export const featuresOf = once((message: Message): ReadonlySet<string> => {
  const clues = findClues(message);
  const names = new Set(findMentions(message).map((one) => one.at));
  const words = message.tokens
    .map((token, at) => (names.has(at) ? 'NAME' : ofKind(token.norm)))
    .filter((word) => /[\p{L}?;]/u.test(word))
    .slice(0, mostWords);
  const features = new Set<string>(told.map((clue) => `#${clue}=${clues[clue] ? 'yes' : 'no'}`));
  for (const word of words) features.add(word);
  const [first, second] = words;
  if (first !== undefined) features.add(`^ ${first}`).add(`${words.at(-1)} $`);
  if (second !== undefined) features.add(`^ ${first} ${second}`);
  return features;
});

function ofKind(norm: string): string {
  if (/^\d+$/.test(norm)) return 'NUMBER';
  return /\d/.test(norm) ? 'NUMBERED' : norm;
}
