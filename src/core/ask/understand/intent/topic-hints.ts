import { fieldTerms } from '../data/field-terms.ts';
import { fieldWords } from './vocabulary.ts';
import type { Message } from '../text/message.ts';

const terms = new Set(fieldTerms);

/** Words of the field in the order of the message, each once: what a search for a concept starts from. */
export function fieldHints(message: Message): string[] {
  const hints = message.tokens
    .flatMap((token) => token.norm.split(' '))
    .filter((norm) => terms.has(norm) || fieldWords.test(norm) || /[a-z][-.]?[a-z]*policy|[a-z]+(?:ips?|ports?)$/.test(norm));
  return [...new Set(hints)].slice(0, 40);
}
