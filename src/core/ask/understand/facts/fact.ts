import type { Intent } from '../../../answer/answer.ts';
import type { AskedFacts, FactName } from '../../asked-facts.ts';
import type { Message } from '../text/message.ts';

/** One fact and the words it came from. */
export type Fact = {
  readonly [F in FactName]: { readonly fact: F; readonly value: AskedFacts[F] & {}; readonly words: string };
}[FactName];

/** What a fact finder works on: the message and, as its reading depends on it, the intent. */
export type FactFinder = (message: Message, intent: Intent) => readonly Fact[];

/** One value as it is, several as the array that `AskedFacts` wants; no value, no fact. */
export function oneOrMore<T>(values: readonly T[]): T | [T, ...T[]] | undefined {
  const [first, ...rest] = [...new Set(values)];
  if (first === undefined) return undefined;
  return rest.length === 0 ? first : [first, ...rest];
}
