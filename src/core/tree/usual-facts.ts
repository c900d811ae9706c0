import type { AskedFacts } from '../ask/asked-facts.ts';
import { products } from '../ask/understand/data/products.ts';

/**
 * What the name of a workload lets one expect: `kafka` and `shop-kafka` are brokers, `kafka-ui` is not. Nobody said it,
 * so it yields to everything that is said or read.
 */
export function usualFacts(workload: string): AskedFacts {
  const name = workload.toLowerCase();
  const product = products.find((one) => one.names.some((known) => name === known || name.endsWith(`-${known}`)));
  return product === undefined ? {} : { ...product.implied, ...product.facts };
}
