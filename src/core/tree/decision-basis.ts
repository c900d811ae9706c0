import type { Answer } from '../answer/answer.ts';
import type { AskedFacts } from '../ask/asked-facts.ts';
import { askOf, mostQuestions, questionsAsked, type Origin } from './ask-of.ts';
import { besideOf } from './beside-of.ts';
import type { Proposal } from './propose.ts';

/**
 * What every answer about a decision says as data: the facts, what was read, the question that is left, and the
 * recommendation, unless that still hangs on the question.
 */
export function decisionBasis({ decision, cluster, hints }: Proposal, origin: Origin, stated: AskedFacts): Partial<Answer> {
  const { ask, open, recommendation } = decision;
  const asks =
    ask === undefined || questionsAsked(origin) >= mostQuestions ? [] : [askOf(ask, origin, stated, besideOf(hints))];
  return {
    facts: stated,
    ...(asks.length === 0 ? {} : { asks }),
    ...(open && asks.length > 0 ? {} : { recommendation }),
    ...(cluster === undefined ? {} : { read: { cluster: cluster.cluster, at: cluster.takenAt } }),
  };
}
