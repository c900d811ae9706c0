import type { Recommendation, RecommendationType, TraceStep } from '../answer/answer.ts';
import { allOf, type AskedFacts } from '../ask/asked-facts.ts';
import { leafById, leafOfType, questionById, root } from './all.ts';
import type { ClusterFacts } from './cluster-facts.ts';
import type { Hints, Known } from './known.ts';
import type { Leaf } from './leaf.ts';
import { likeliest } from './likeliest.ts';
import type { Found, Option, Question } from './question.ts';

export interface Step {
  readonly question: Question;
  readonly option: Option;
  readonly say: string;
  readonly from: TraceStep['from'];
  /** Assumed, and not worth a question. */
  readonly safe: boolean;
}

export interface Decision {
  readonly leaf: Leaf;
  readonly recommendation: Recommendation;
  readonly steps: readonly Step[];
  /** Nothing tells who calls it: the recommendation is an assumption, and the question has to be asked first. */
  readonly open: boolean;
  /** The missing answer that changes the recommendation most. */
  readonly ask: Question | undefined;
  /** The type the tree leads to, when the person ruled it out. */
  readonly denied: RecommendationType | undefined;
}

/** Walks the tree with what is known. Pure; the same input gives the same path. */
export function decide(facts: AskedFacts, cluster: ClusterFacts | undefined, hints: Hints = {}): Decision {
  const unsettled: Known = { facts, cluster, hints, answers: {} };
  const assumed = walk(unsettled);
  const likely = likeliest(unsettled, assumed.leaf, assumed.open);
  const known: Known = likely === undefined ? unsettled : { ...unsettled, answers: likely };
  const walked = likely === undefined ? assumed : walk(known);
  const asked =
    hints.asked !== undefined && (hints.manifest === true || walked.open) ? leafForType(hints.asked, walked.leaf) : undefined;
  const leaf = asked ?? allowed(walked.leaf, facts, hints);
  const open = walked.open && asked === undefined;
  return {
    leaf,
    recommendation: {
      type: leaf.recommend,
      alternatives: leaf.instead,
      trace: asked ? askedTrace(asked) : walked.steps.map(traced),
    },
    steps: walked.steps,
    open,
    ask: asked === undefined ? bestQuestion(known, walked.steps) : undefined,
    denied: asked === undefined && leaf !== walked.leaf ? walked.leaf.recommend : undefined,
  };
}

interface Walk {
  readonly leaf: Leaf;
  readonly steps: readonly Step[];
  readonly open: boolean;
}

function walk(known: Known): Walk {
  const steps: Step[] = [];
  let open = false;
  let at: Question = root;
  for (;;) {
    const answer = answerTo(at, known);
    if (answer === undefined) open = true;
    const option = at.options.find((one) => one.value === answer?.value) ?? fallback(at);
    const say = answer?.say ?? 'pods of the cluster';
    steps.push({ question: at, option, say, from: answer?.from ?? 'default', safe: answer?.safe === true });
    const leaf = leafById(option.next);
    if (leaf !== undefined) return { leaf, steps, open };
    const next = questionById(option.next);
    if (next === undefined)
      throw new Error(`${at.id}: ${option.value} leads to ${option.next}, which is no question and no leaf`);
    at = next;
  }
}

/** What is known or taken as the answer to a question; undefined when it is open. */
export function answerTo(question: Question, known: Known): (Found & { safe?: boolean }) | undefined {
  const forced = known.answers[question.id];
  if (forced !== undefined) {
    const option = question.options.find((one) => one.value === forced);
    return { value: forced, say: `${lowerFirst(option?.label ?? forced)}, as most who ask like this mean`, from: 'default' };
  }
  const read = question.read(known);
  if (read !== undefined) return read;
  const assumed = question.assume(known);
  return assumed && { value: assumed.value, say: assumed.say, from: 'default', safe: assumed.safe === true };
}

/** The safest reading of an open root question: nothing is opened to the outside. */
function fallback(question: Question): Option {
  const option = question.options.find((one) => one.value === 'cluster') ?? question.options[0];
  if (option === undefined) throw new Error(`${question.id} has no options`);
  return option;
}

/** The leaf of a type; when the tree led to a leaf of that type anyway, that one, as it knows the situation. */
function leafForType(type: RecommendationType, walked: Leaf): Leaf {
  return walked.recommend === type ? walked : leafOfType(type);
}

function allowed(leaf: Leaf, facts: AskedFacts, { denied = [] }: Hints): Leaf {
  if (!denied.includes(leaf.recommend)) return leaf;
  const stated = allOf(facts.protocol);
  const isHttp = stated.length === 0 || stated.includes('HTTP') || stated.includes('gRPC');
  // An Ingress or HTTPRoute takes no other protocol, so it is no way out for one.
  const other = leaf.instead.find(({ type }) => !denied.includes(type) && (isHttp || type !== 'Ingress-or-Gateway'));
  return other === undefined ? leaf : leafOfType(other.type);
}

/** Among the answers that were only assumed: the question whose options lead to the most different types. */
function bestQuestion(known: Known, steps: readonly Step[]): Question | undefined {
  let best: Question | undefined;
  let most = 1;
  for (const { question, from, safe } of steps) {
    if (from !== 'default' || safe) continue;
    const asked = question.options.filter((option) => option.silent !== true);
    const types = asked.map(
      (option) => walk({ ...known, answers: { ...known.answers, [question.id]: option.value } }).leaf.recommend,
    );
    const different = new Set(types).size;
    if (different > most) [best, most] = [question, different];
  }
  return best;
}

function traced({ question, say, from }: Step): TraceStep {
  return { question: question.label, answer: say, from };
}

function askedTrace(leaf: Leaf): readonly TraceStep[] {
  return [{ question: 'Type', answer: `${leaf.recommend}, as asked for`, from: 'text' }];
}

const lowerFirst = (words: string) => words.slice(0, 1).toLowerCase() + words.slice(1);
