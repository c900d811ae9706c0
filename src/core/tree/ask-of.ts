import type { Ask } from '../answer/answer.ts';
import type { AskedFacts, FactName } from '../ask/asked-facts.ts';
import { formatRequest } from '../ask/format-request.ts';
import type { AskRequest, Beside, ExposeRequest, ManifestRequest } from '../ask/request.ts';
import { questions } from './all.ts';
import type { Option, Question } from './question.ts';

/** The request that the person made: a button repeats it with one fact more. */
export type Origin = AskRequest | ExposeRequest | ManifestRequest;

/** More questions than these in a row, and the person would have been faster without us. */
export const mostQuestions = 3;

const treeFacts: ReadonlySet<FactName> = new Set(questions.map((question) => question.fact));

/** A question of the tree as buttons. `beside` is what was wanted beside the type, in the flags or in the text. */
export function askOf(question: Question, origin: Origin, facts: AskedFacts, beside: Beside): Ask {
  return {
    fact: question.fact,
    question: question.ask,
    options: question.options
      .filter((option) => option.silent !== true)
      .map((option) => ({
        label: option.label,
        value: option.value,
        request: formatRequest(chosen(question.fact, option, origin, facts, beside)),
      })),
  };
}

function chosen(fact: FactName, option: Option, origin: Origin, facts: AskedFacts, beside: Beside): Origin {
  if (option.means !== undefined) return { ...manifestOf(option.means, origin, facts), ...beside };
  if (origin.verb === 'manifest') return withFact(fact, option, origin);
  const asked = questionsAsked(origin) + 1;
  // The first question needs no count: the fact that it adds tells.
  return { ...withFact(fact, option, origin), ...(asked > 1 ? { asked } : {}) };
}

/** The request with the answer of an option as a fact, and without what belonged to the turn before. */
export function withFact<O extends Origin>(fact: FactName, option: Option, origin: O): O {
  const known = { ...origin.known, ...(option.sets ?? { [fact]: valueOf(option.value) }) };
  if (origin.verb === 'manifest') return { ...origin, known };
  const { asked: _, was: _was, changed: _changed, why: _why, whyNot: _whyNot, ...rest } = origin;
  return { ...rest, known } as O;
}

/** How many questions in a row have led here. A fact that stands in the request counts as the first answer. */
export function questionsAsked(origin: Origin): number {
  if (origin.verb === 'manifest') return 0;
  return origin.asked ?? (Object.keys(origin.known).some((fact) => treeFacts.has(fact as FactName)) ? 1 : 0);
}

function valueOf(value: string): string | boolean {
  return value === 'true' || value === 'false' ? value === 'true' : value;
}

/** The option settles the type, so what is left to do is to write it. */
function manifestOf(type: ManifestRequest['type'], origin: Origin, facts: AskedFacts): ManifestRequest {
  const { workload: named, namespace, ...known } = facts;
  const workload = origin.verb === 'ask' ? named : origin.workload;
  const first = Array.isArray(workload) ? workload[0] : workload;
  const where = origin.namespace ?? (Array.isArray(namespace) ? namespace[0] : namespace);
  return {
    verb: 'manifest',
    type,
    known,
    ...(first === undefined ? {} : { workload: first }),
    ...(where === undefined ? {} : { namespace: where }),
    ...(origin.cluster === undefined ? {} : { cluster: origin.cluster }),
  };
}
