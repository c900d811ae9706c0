import type { Labels } from '../model/kinds/meta.ts';
import type { LabelSelector } from '../model/kinds/network-policy.ts';
import { allOf, type Certainty } from './certainty.ts';

/** The labels of an object as far as they are known: with `complete` false it may have others too. */
export interface KnownLabels {
  readonly labels: Labels;
  readonly complete: boolean;
}

/**
 * Whether a label selector selects an object. All parts must hold; an empty selector selects everything. `NotIn` and
 * `DoesNotExist` also hold for objects without the key.
 * Source: kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors
 */
export function selects(selector: LabelSelector, { labels, complete }: KnownLabels): Certainty {
  const holds = (key: string, test: (value: string | undefined) => boolean): Certainty => {
    const value = Object.hasOwn(labels, key) ? labels[key] : undefined;
    if (value === undefined && !complete) return 'maybe';
    return test(value) ? 'yes' : 'no';
  };
  return allOf([
    ...Object.entries(selector.matchLabels).map(([key, wanted]) => holds(key, (value) => value === wanted)),
    ...selector.matchExpressions.map(({ key, operator, values }) => {
      if (operator === 'Exists') return holds(key, (value) => value !== undefined);
      if (operator === 'DoesNotExist') return holds(key, (value) => value === undefined);
      if (operator === 'In') return holds(key, (value) => value !== undefined && values.includes(value));
      return holds(key, (value) => value === undefined || !values.includes(value));
    }),
  ]);
}
