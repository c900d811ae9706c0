import type { RecommendationType } from '../answer/answer.ts';
import type { AskedFacts } from '../ask/asked-facts.ts';
import { leafById, questionById, root } from './all.ts';
import type { ClusterFacts } from './cluster-facts.ts';
import { answerTo } from './decide.ts';
import type { Hints, Known } from './known.ts';
import type { Option, Question } from './question.ts';

/** An answer that would have to be another one. */
export interface Difference {
  readonly question: Question;
  /** Each of these would do. */
  readonly options: readonly Option[];
  /** What is known or assumed instead; undefined when nothing is. */
  readonly now: string | undefined;
}

/** To be told that it would fit a toy cluster helps nobody who has another one. */
const elsewhere = new Set(['own-machine', 'only-me', 'local', 'minikube', 'kind']);
const elsewhereCosts = 3;

/**
 * What would have to be different for the tree to choose a type: of all ways to a leaf of that type, the one with the
 * fewest answers that differ from what is known. Empty when nothing has to differ; undefined when no way leads there.
 */
export function whatItTakes(
  type: RecommendationType,
  facts: AskedFacts,
  cluster: ClusterFacts | undefined,
  hints: Hints,
): readonly Difference[] | undefined {
  const known: Known = { facts, cluster, hints, answers: {} };
  let best: readonly Difference[] | undefined;
  let least = Number.POSITIVE_INFINITY;
  const follow = (question: Question, taken: readonly Difference[], cost: number): void => {
    if (cost >= least) return;
    const current = answerTo(question, known);
    for (const { next, options } of ways(question, current?.value)) {
      const same = options.some((option) => option.value === current?.value);
      const now = current?.say;
      const sofar = same ? taken : [...taken, { question, options, now }];
      const price = same ? cost : cost + (options.every((option) => elsewhere.has(option.value)) ? elsewhereCosts : 1);
      const further = questionById(next);
      if (further !== undefined) follow(further, sofar, price);
      else if (leafById(next)?.recommend === type && price < least) [best, least] = [sofar, price];
    }
  };
  follow(root, [], 0);
  return best;
}

/** Options that lead to the same place are one way; what holds now is a way of its own and comes first. */
function ways(question: Question, current: string | undefined): readonly { next: string; options: readonly Option[] }[] {
  const now = question.options.filter((option) => option.value === current);
  const others = question.options.filter((option) => option.value !== current && option.silent !== true);
  const groups = [...new Set(others.map((option) => option.next))].map((next) => ({
    next,
    options: others.filter((option) => option.next === next),
  }));
  return [...now.map((option) => ({ next: option.next, options: [option] })), ...groups];
}
