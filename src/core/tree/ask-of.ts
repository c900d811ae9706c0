import type { Ask } from '../answer/answer.ts';
import type { AskedFacts, FactName } from '../ask/asked-facts.ts';
import { formatRequest } from '../ask/format-request.ts';
import type { AskRequest, ExposeRequest, ManifestRequest } from '../ask/request.ts';
import type { Option, Question } from './question.ts';

/** The request that the person made: a button repeats it with one fact more. */
export type Origin = AskRequest | ExposeRequest | ManifestRequest;

/** A question of the tree as buttons. */
export function askOf(question: Question, origin: Origin, facts: AskedFacts): Ask {
  return {
    fact: question.fact,
    question: question.ask,
    options: question.options
      .filter((option) => option.silent !== true)
      .map((option) => ({
        label: option.label,
        value: option.value,
        request: formatRequest(chosen(question.fact, option, origin, facts)),
      })),
  };
}

function chosen(fact: FactName, option: Option, origin: Origin, facts: AskedFacts): Origin {
  if (option.means !== undefined) return manifestOf(option.means, origin, facts);
  return { ...origin, known: { ...origin.known, ...(option.sets ?? { [fact]: valueOf(option.value) }) } };
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
