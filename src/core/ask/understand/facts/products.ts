import { products, type Product } from '../data/products.ts';
import type { Token } from '../text/tokens.ts';

export interface FoundProduct {
  readonly product: Product;
  /** The name as typed. */
  readonly name: string;
  /** Index of its (first) token. */
  readonly at: number;
}

const byName = new Map(products.flatMap((product) => product.names.map((name) => [name, product] as const)));

/** Products in the text, the longest name first: "redis cluster" is not "redis". */
export function findProducts(tokens: readonly Token[]): FoundProduct[] {
  const found: FoundProduct[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const size = [3, 2, 1].find((length) => byName.has(phrase(tokens, at, length)));
    if (size === undefined) continue;
    const product = byName.get(phrase(tokens, at, size)) as Product;
    const typed = tokens.slice(at, at + size);
    found.push({ product, name: nameOf(typed), at });
    at += size - 1;
  }
  return found;
}

/** The word at this place is a product by itself. */
export const isProduct = (tokens: readonly Token[], at: number): boolean => byName.has(tokens[at]?.norm ?? '');

/** The first word alone is the name that a workload bears: "mongo replica set" → `mongo`, "redis cluster" → `redis`. */
const nameOf = (typed: readonly Token[]): string => typed[0]?.raw ?? '';

function phrase(tokens: readonly Token[], at: number, length: number): string {
  let words = '';
  for (let index = at; index < at + length; index += 1) words += `${words === '' ? '' : ' '}${tokens[index]?.norm ?? '\u0000'}`;
  return words;
}
