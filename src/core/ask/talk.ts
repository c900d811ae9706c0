import type { RecommendationType } from '../answer/answer.ts';
import { badRequest } from '../problem/problem.ts';
import { askedFactsSchema, type FactName } from './asked-facts.ts';
import { isOn, type FlagSpec, type ParsedFlags } from './flags.ts';
import { parseRecommendationType } from './recommendation-type.ts';

/** What a conversation adds to a decision. All of it has words, so that a button carries it. */
export interface Talk {
  /** Types that were ruled out. */
  readonly not?: readonly RecommendationType[];
  /** The way through the tree is asked for. */
  readonly why?: true;
  /** Why this type was not chosen is asked for. */
  readonly whyNot?: RecommendationType;
  /** How many questions in a row this decision has asked. */
  readonly asked?: number;
  /** What was recommended before these facts changed. */
  readonly was?: RecommendationType;
  readonly changed?: readonly FactName[];
}

export const talkFlags: readonly FlagSpec[] = [
  { name: 'not', value: 'TYPE', summary: 'a type that is ruled out', many: true },
  { name: 'why', summary: 'the way through the decision tree' },
  { name: 'why-not', value: 'TYPE', summary: 'why not this type, and when it would be the choice' },
  { name: 'asked', value: 'NUMBER', summary: 'questions asked so far', hidden: true },
  { name: 'was', value: 'TYPE', summary: 'what was recommended before', hidden: true },
  { name: 'changed', value: 'FACT', summary: 'a fact that changed since', many: true, hidden: true },
];

/** Throws a bad-request Problem for what is no type. What only buttons carry is dropped when it cannot be read. */
export function talkFromFlags(flags: ParsedFlags['values']): Talk {
  const not = (flags.get('not') ?? []).map((word) => typeOf('--not', word));
  const whyNot = flags.get('why-not')?.[0];
  const asked = Number(flags.get('asked')?.[0] ?? Number.NaN);
  const was = parseRecommendationType(flags.get('was')?.[0] ?? '');
  const changed = (flags.get('changed') ?? []).filter((word): word is FactName => Object.hasOwn(askedFactsSchema.shape, word));
  return {
    ...(not.length === 0 ? {} : { not }),
    ...(isOn(flags, 'why') ? { why: true as const } : {}),
    ...(whyNot === undefined ? {} : { whyNot: typeOf('--why-not', whyNot) }),
    ...(Number.isSafeInteger(asked) && asked >= 0 ? { asked } : {}),
    ...(was === undefined ? {} : { was }),
    ...(changed.length === 0 ? {} : { changed }),
  };
}

/** The words that `talkFromFlags` reads back. */
export function talkToWords({ not = [], why, whyNot, asked, was, changed = [] }: Talk): readonly string[] {
  return [
    ...not.flatMap((type) => ['--not', type]),
    ...(why === true ? ['--why'] : []),
    ...(whyNot === undefined ? [] : ['--why-not', whyNot]),
    ...(asked === undefined ? [] : ['--asked', String(asked)]),
    ...(was === undefined ? [] : ['--was', was]),
    ...changed.flatMap((fact) => ['--changed', fact]),
  ];
}

function typeOf(flag: string, word: string): RecommendationType {
  const type = parseRecommendationType(word);
  if (type === undefined) {
    throw badRequest(`${flag} ${word} is no Service type.`, 'Types: ClusterIP, NodePort, LoadBalancer, Headless, Ingress.');
  }
  return type;
}
