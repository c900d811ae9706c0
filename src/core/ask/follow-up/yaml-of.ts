import type { RecommendationType } from '../../answer/answer.ts';
import type { AskedFacts } from '../asked-facts.ts';
import type { Request } from '../request.ts';
import { areaOfTurn, nameOfTurn, type Turn } from './turn.ts';

/** The manifest of a type, with all that is known. Without a type, what fits the thing is written. */
export function yamlOf(
  turn: Turn,
  type: RecommendationType | undefined,
  facts: AskedFacts,
  name = nameOfTurn(turn),
): Request | undefined {
  const { request } = turn;
  const before = 'known' in request ? { ...turn.facts, ...request.known } : turn.facts;
  const { workload: _workload, service: _service, namespace: _namespace, ...known } = { ...before, ...facts };
  const area = areaOfTurn(turn);
  const wanted = type ?? turn.recommended ?? (request.verb === 'manifest' ? request.type : undefined);
  if (wanted !== undefined) {
    return { verb: 'manifest', type: wanted, known, ...area, ...(name === undefined ? {} : { workload: name }) };
  }
  if (name === undefined && Object.keys(known).length === 0) return undefined;
  return {
    verb: 'ask',
    text: 'the YAML of the Service, please',
    known: { ...known, ...(name === undefined ? {} : { workload: name }) },
    ...area,
  };
}
