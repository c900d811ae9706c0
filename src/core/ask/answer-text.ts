import type { Answer } from '../answer/answer.ts';
import { conceptAnswer, lessonParts, noTopicAnswer } from '../concept/concept-answer.ts';
import { findTopic, topicTitled } from '../concept/find-topic.ts';
import { searchWords } from '../concept/search-words.ts';
import { declineAnswer, smalltalkAnswer } from '../concept/small-answers.ts';
import { checkAnswer, checkAskedAbout } from '../triage/check-answer.ts';
import type { ClusterFacts } from '../tree/cluster-facts.ts';
import { decideAnswer } from '../tree/decide-answer.ts';
import { manifestAnswer, whichWorkloadAnswer } from '../tree/manifest-answer.ts';
import { propose, type Proposal } from '../tree/propose.ts';
import type { AskedFacts } from './asked-facts.ts';
import { hintsOf } from './hints-of.ts';
import { needsMoreAnswer, requestOfText } from './request-of-text.ts';
import type { AskRequest, Request } from './request.ts';
import type { Understanding } from './understand/understanding.ts';

export interface AskedText {
  readonly request: AskRequest;
  readonly understood: Understanding;
  /** The facts about the workload that the message names; absent offline. */
  readonly cluster?: ClusterFacts;
  /** No cluster can be read at all. */
  readonly offline: boolean;
}

/** A proposal whose objects can still be proven, and how it is said then. */
export interface Provable {
  readonly proposal: Proposal;
  readonly say: (proven: Proposal) => Answer;
}

/** An answer, or the request that the message amounts to: the assistant runs it. */
export type TextOutcome = { readonly answer: Answer; readonly provable?: Provable } | { readonly run: Request };

const nearlyWordForWord = 0.7;

/** What a message in free text comes to. Pure: everything that has to be read for it is in `cluster`. */
export function answerText(asked: AskedText): TextOutcome {
  const { understood, request } = asked;
  const stated: AskedFacts = { ...understood.facts, ...request.known };
  const check = checkAskedAbout(request.text);
  if (check !== undefined) return { answer: { ...checkAnswer(check), facts: stated } };
  const near = nearTopic(asked, stated);
  if (near !== undefined) return { answer: { ...near, facts: stated } };
  switch (understood.intent) {
    case 'decide':
    case 'manifest':
      return chosen(asked, stated);
    case 'concept':
      return { answer: { ...taught(asked, stated), facts: stated } };
    case 'smalltalk':
      return { answer: smalltalkAnswer(request.text) };
    case 'other':
      return { answer: declineAnswer(understood.otherField) };
    case 'explain':
    case 'triage':
    case 'scan':
    case 'list':
    case 'review':
    case 'reach': {
      const run = requestOfText(understood, request, stated);
      if (run !== undefined && !asked.offline) return { run };
      const more = needsMoreAnswer(understood.intent, stated, run);
      return { answer: run === undefined ? withLesson(more, asked, stated) : more };
    }
    default:
      return understood.intent satisfies never;
  }
}

/** From this likeness on a topic is worth showing to somebody who did not ask to be taught. */
const alike = 0.45;
/** "my service does not work" is like everything: a question must have this many words of its own. */
const ownWords = 3;

/** An answer that can only ask back, with the topic that the message is like. */
function withLesson(said: Answer, { request, understood }: AskedText, stated: AskedFacts): Answer {
  const { found } = findTopic(request.text, understood.canonical);
  const hasSubject = new Set(searchWords(request.text)).size >= ownWords;
  return found === undefined || found.likeness < alike || !hasSubject
    ? said
    : { ...said, parts: [...said.parts, ...lessonParts(found.topic, stated)] };
}

function taught({ request, understood }: AskedText, stated: AskedFacts): Answer {
  const result = findTopic(request.text, understood.canonical);
  if (result.found === undefined) return noTopicAnswer(result.nearest);
  return conceptAnswer(result.found.topic, result.related, stated);
}

/**
 * The topic that a message asks for by its title or nearly word for word, when no rule was sure of its intent. A failure
 * that is reported is never a lesson, and neither is what belongs to another field.
 */
function nearTopic({ request, understood }: AskedText, stated: AskedFacts): Answer | undefined {
  const titled = topicTitled(request.text);
  if (titled !== undefined) return conceptAnswer(titled);
  const { confidence, otherField, intent } = understood;
  const unclear = intent === 'other' || confidence === 'guess';
  if (!unclear || otherField !== undefined || intent === 'triage' || intent === 'manifest') return undefined;
  const result = findTopic(request.text, understood.canonical);
  return result.found !== undefined && result.found.score >= nearlyWordForWord
    ? conceptAnswer(result.found.topic, result.related, stated)
    : undefined;
}

function chosen({ understood, request, cluster }: AskedText, stated: AskedFacts): TextOutcome {
  const hints = hintsOf(understood, request.known, request.not, request.text);
  const where = request.namespace === undefined ? {} : { namespace: request.namespace };
  const explains = request.why === true || request.whyNot !== undefined;
  const decides = understood.intent === 'decide' || explains;
  const nothingNamed = Object.keys(stated).length === 0 && hints.asked === undefined;
  if (!decides && nothingNamed) return { answer: whichWorkloadAnswer(stated) };
  const proposal = propose({ ...understood.implied, ...stated, ...where }, cluster, hints);
  const words = decides ? decideAnswer : manifestAnswer;
  const say = (proven: Proposal) => words(proven, request, stated);
  // Nobody told enough for a choice: perhaps it was to be explained.
  if (proposal.decision.open && understood.confidence === 'guess')
    return { answer: withLesson(say(proposal), { understood, request, offline: false }, stated) };
  return { answer: say(proposal), provable: { proposal, say } };
}
