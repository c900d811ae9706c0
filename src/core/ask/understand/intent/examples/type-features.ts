import type { Understanding } from '../../understanding.ts';

type Said = Pick<
  Understanding,
  'facts' | 'implied' | 'mentioned' | 'denied' | 'shortLook' | 'mustBePrivate' | 'noLoadBalancer' | 'externalAddresses'
>;

/** Names and numbers of this one case: they tell nothing about another. */
const ofThisCase = new Set(['workload', 'service', 'namespace', 'port', 'targetPort', 'externalHost']);

/** What examples of a choice are compared by: the words (`features`) and what the message states. */
export function typeFeaturesOf(features: ReadonlySet<string>, said: Said): ReadonlySet<string> {
  const facts = [...Object.entries(said.facts), ...Object.entries(said.implied)].filter(([fact]) => !ofThisCase.has(fact));
  return new Set([
    ...features,
    ...facts.map(([fact, value]) => `@${fact}=${String(value)}`),
    ...said.mentioned.map((type) => `@says=${type}`),
    ...said.denied.map((type) => `@denies=${type}`),
    `@host=${said.facts.externalHost !== undefined}`,
    `@addresses=${said.externalAddresses.length > 0}`,
    `@shortLook=${said.shortLook}`,
    `@private=${said.mustBePrivate}`,
    `@noLoadBalancer=${said.noLoadBalancer}`,
  ]);
}
