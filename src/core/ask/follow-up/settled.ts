import type { Answer } from '../../answer/answer.ts';
import { allOf, firstOf } from '../asked-facts.ts';
import type { AskRequest, Request } from '../request.ts';

/**
 * A request in free text as the request that its answer was to, where that says the same in fewer words: the Service that
 * was triaged, with the namespace in which it was found. Any other request stays as it is.
 */
export function settled(request: Request, answer: Answer): Request {
  if (request.verb !== 'ask') return located(request, answer);
  const { facts = {}, intent } = answer;
  const namespace = request.namespace ?? firstOf(facts.namespace);
  const area = {
    ...(namespace === undefined ? {} : { namespace }),
    ...(request.cluster === undefined ? {} : { cluster: request.cluster }),
    ...(request.allNamespaces === true && namespace === undefined ? { allNamespaces: true } : {}),
  };
  const name = [...allOf(facts.service), ...allOf(facts.workload)][0];
  switch (intent) {
    case 'triage':
      return name === undefined ? request : located({ verb: 'triage', service: name, why: false, ...area }, answer);
    case 'explain':
      return name === undefined ? request : { verb: 'explain', services: [name], ...area };
    case 'scan':
      return { verb: 'scan', ...area };
    case 'list':
      return { verb: 'list', ...area };
    default:
      return shortened(request, answer);
  }
}

/** With the namespace in which the one Service that was judged is. */
function located(request: Request, { judged = [] }: Answer): Request {
  if (request.verb !== 'triage' || request.namespace !== undefined) return request;
  const [only, ...more] = judged;
  const namespace = more.length === 0 && only?.object.name === request.service ? only.object.namespace : undefined;
  return namespace === undefined || namespace === '' ? request : { ...request, namespace };
}

const longestText = 600;

/** A long text of which everything that matters is in the facts. */
function shortened(request: AskRequest, { facts = {} }: Answer): Request {
  if (request.text.length <= longestText) return request;
  const { namespace: _, ...known } = { ...facts, ...request.known };
  return { ...request, text: request.text.slice(0, longestText), known };
}
