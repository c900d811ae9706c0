import type { Intent } from '../../../answer/answer.ts';
import type { Message } from '../text/message.ts';
import { findMentions } from '../facts/mentions.ts';
import { findClues } from './clues.ts';
import { evidenceOf } from './examples/evidence.ts';
import { featuresOf } from './examples/features.ts';
import { conceptRules } from './rules-concept.ts';
import { decideRules } from './rules-decide.ts';
import { manifestRules } from './rules-manifest.ts';
import { explainRules } from './rules-explain.ts';
import { listRules } from './rules-list.ts';
import { questionRules } from './rules-question.ts';
import { reachRules } from './rules-reach.ts';
import { reviewRules } from './rules-review.ts';
import { scanRules } from './rules-scan.ts';
import { findOtherField } from './rules-other.ts';
import { triageRules } from './rules-triage.ts';
import { applies, type Clues } from './rule.ts';
import { isSmalltalk } from './smalltalk.ts';
import { manifestWords } from './vocabulary.ts';

const rules = [
  ...decideRules,
  ...triageRules,
  ...questionRules,
  ...conceptRules,
  ...manifestRules,
  ...explainRules,
  ...listRules,
  ...scanRules,
  ...reachRules,
  ...reviewRules,
];

export interface FoundIntent {
  readonly intent: Intent;
  readonly confidence: 'sure' | 'guess';
  readonly otherField?: string;
  /** The words and clues for which examples speak most. */
  readonly because: readonly string[];
}

/** How many points of the rules a unit of evidence from the examples is worth. */
const perEvidence = 1.5;
/** The rules' own choice counts beside the points that it rests on. */
const chosenByRules = 4;
/** The runner-up is so near that the answer should say how the message was taken. */
const near = 3;

/** The intent with the most weight, of the rules and of the examples together. */
export function findIntent(message: Message): FoundIntent {
  const { canonical, sections } = message;
  if (isSmalltalk(canonical) && sections.yaml.length === 0 && sections.pasted.length === 0)
    return { intent: 'smalltalk', confidence: 'sure', because: [] };
  const { clues, scores } = weigh(message);
  const byRules = intentByRules(message, clues, scores);
  if (clues.yaml) return byRules;
  const { weights, because } = evidenceOf<Intent>('intents', featuresOf(message));
  // A word of another field in a question that is plainly of this one is only where the asker comes from.
  if (byRules.otherField !== undefined && ((weights.get('other') ?? unheard) > plainly || !clues.field)) return byRules;
  // Of these nobody wrote examples: the rules alone know them.
  if (!weights.has(byRules.intent) && byRules.confidence === 'sure') return byRules;
  const total = (intent: Intent) =>
    (scores.get(intent) ?? 0) +
    perEvidence * (weights.get(intent) ?? unheard) +
    (intent === byRules.intent ? chosenByRules : 0);
  const ranked = [...new Set([...weights.keys(), ...scores.keys()])]
    .map((intent) => ({ intent, weight: total(intent) }))
    .sort((a, b) => b.weight - a.weight);
  const [first, second] = ranked;
  if (first === undefined) return byRules;
  const sure = first.weight - (second?.weight ?? 0) >= near;
  return { intent: first.intent, confidence: sure ? 'sure' : 'guess', because };
}

/** So much less likely than the best that it is out of the question. */
const plainly = -20;
/** An intent of which there is no example. */
const unheard = -20;

function intentByRules(message: Message, clues: Clues, scores: ReadonlyMap<Intent, number>): FoundIntent {
  const ranked = [...scores].sort((a, b) => b[1] - a[1]);
  const [first, second] = ranked;
  const best = first?.[1] ?? 0;
  const other = findOtherField(withoutNames(message));
  if (other !== undefined && other.weight > best + margin(clues, other.inKubernetes))
    return { intent: 'other', confidence: 'sure', otherField: other.field, because: [] };
  if (
    !clues.field &&
    !(clues.kubernetes && clues.named) &&
    !clues.serviceNamed &&
    clues.requirements === 0 &&
    !clues.yaml &&
    !clues.pasted &&
    best < 12
  )
    return { intent: 'other', confidence: best > 0 ? 'guess' : 'sure', because: [] };
  if (first === undefined || best < 3)
    return { intent: fallback(clues, best > 0 ? first?.[0] : undefined), confidence: 'guess', because: [] };
  return { intent: first[0], confidence: best - (second?.[1] ?? 0) >= 2 ? 'sure' : 'guess', because: [] };
}

/** The weight of each intent, and the clues that it rests on. */
function weigh(message: Message): { clues: Clues; scores: ReadonlyMap<Intent, number> } {
  const { canonical } = message;
  const clues = findClues(message);
  const scores = new Map<Intent, number>();
  const add = (intent: Intent, weight: number) => scores.set(intent, (scores.get(intent) ?? 0) + weight);
  for (const rule of rules) {
    if (applies(rule, canonical, clues)) add(rule.intent, rule.weight);
  }
  if (clues.requirements >= 2 && !clues.failing) add('decide', clues.requirements * (clues.named ? 2 : 1));
  // Who states so much of their own case asks about that case, not about the matter in general.
  if (clues.requirements >= 3 && !clues.failing) add('concept', -8);
  if (clues.pasted && !clues.choosing) add('triage', 3);
  if (manifestWords.test(canonical) && !clues.failing) add('decide', -5);
  if (clues.yaml) add(clues.failing ? 'triage' : 'review', 4);
  return { clues, scores };
}

/** The text with `name` for every name: a Service called `pricing` is no question about prices. */
function withoutNames(message: Message): string {
  const names = new Set(
    findMentions(message)
      .filter((one) => one.name.includes('-') || message.tokens[one.at - 1]?.norm === 'service')
      .map((one) => one.at),
  );
  return message.tokens.map((token, at) => (token.marked || names.has(at) ? 'name' : token.norm)).join(' ');
}

/** How much heavier another field must be: little when nothing shows that the question is about a Service. */
function margin(clues: Clues, inKubernetes: boolean): number {
  if (clues.kubernetes && !inKubernetes) return 3;
  if (!clues.field && !(clues.serviceNamed && clues.failing)) return -14;
  return clues.strong || (clues.serviceNamed && clues.failing) ? 0 : -8;
}

function fallback(clues: Clues, leading: Intent | undefined): Intent {
  if (clues.failing || clues.pasted) return 'triage';
  if (clues.observes && !clues.wishes && (clues.mine || clues.strong)) return 'triage';
  if (clues.asks && !clues.mine && !clues.wishes && clues.field && (clues.apiField || clues.requirements === 0))
    return 'concept';
  if (leading !== undefined) return leading;
  if (clues.serviceNamed && clues.requirements === 0) return 'explain';
  if (clues.named || clues.requirements > 0) return 'decide';
  return clues.field ? 'concept' : 'other';
}
