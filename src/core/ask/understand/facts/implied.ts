import type { AskedFacts } from '../../asked-facts.ts';
import type { Message } from '../text/message.ts';
import { findProducts } from './products.ts';

/** What the first product's name lets one expect and the message does not say. */
export function impliedFacts(message: Message, stated: AskedFacts): { facts: AskedFacts; words: string } {
  const [found] = findProducts(message.tokens);
  if (found === undefined) return { facts: {}, words: '' };
  const { protocol, port } = found.product.implied;
  return {
    facts: {
      ...(stated.protocol === undefined && protocol !== undefined ? { protocol } : {}),
      ...(stated.port === undefined && port !== undefined ? { port } : {}),
    },
    words: found.name,
  };
}
