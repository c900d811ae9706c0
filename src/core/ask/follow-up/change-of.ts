import type { RecommendationType } from '../../answer/answer.ts';
import { firstOf, type AskedFacts, type FactName } from '../asked-facts.ts';
import type { Request } from '../request.ts';
import { changedFacts, decisionOf, holding, withFacts } from './change.ts';
import type { KnownNames } from './follow-up.ts';
import { functionWords } from './function-words.ts';
import type { Heard } from './heard.ts';
import { areaOfStage, stageIn } from './stages.ts';
import { areaOfTurn, matterOf, nameOfTurn, type Matter, type Turn } from './turn.ts';

/** Facts that fill a manifest and leave its type alone. */
const filling: ReadonlySet<FactName> = new Set(['port', 'targetPort', 'kind', 'staticIp', 'clientIp', 'tls', 'stateful']);

/** "and for prod?", "what if it is UDP", "make it internal", "on port 53": what it names changes, the rest stays. */
export function changeOf(turn: Turn, heard: Heard, known: KnownNames | undefined): Request | undefined {
  const matter = matterOf(turn);
  const moved = movedTo(turn, matter, heard, known);
  if (moved !== undefined) return moved;
  if (Object.keys(heard.facts).length === 0) return unchanged(turn, heard);
  // What is stated of something else changes nothing here.
  const isOther = heard.name !== undefined && heard.name !== nameOfTurn(turn);
  if (isOther && [...(known?.services ?? []), ...(known?.workloads ?? [])].includes(heard.name ?? '')) return undefined;
  switch (matter) {
    case 'decision':
      return decidedAgain(turn, heard.facts);
    case 'manifest':
      return writtenAgain(turn, heard.facts);
    case 'reach': {
      const port = firstOf(heard.facts.port);
      const { request } = turn;
      if (request.verb !== 'reach' || request.to === undefined || port === undefined) return undefined;
      return { ...request, to: `${request.to.replace(/:\d+$/u, '')}:${port}` };
    }
    case 'service':
      return heard.facts.audience !== undefined || heard.facts.protocol !== undefined || heard.understood.intent === 'decide'
        ? decidedAgain(turn, heard.facts)
        : undefined;
    case 'area':
    case 'other':
      return undefined;
    default:
      return matter satisfies never;
  }
}

function decidedAgain(turn: Turn, said: AskedFacts): Request | undefined {
  const decision = decisionOf(turn);
  if (decision === undefined) return undefined;
  const facts = holding(turn.facts, said);
  const again = withFacts(decision, turn.facts, facts);
  const { asked, ...rest } = again;
  // An answer to the open question counts as one; a change of what was decided begins anew.
  const counted = turn.open && asked !== undefined ? { asked: asked + 1 } : {};
  const changed = changedFacts(turn.facts, facts);
  const was = turn.recommended;
  return {
    ...rest,
    ...counted,
    ...(was === undefined ? {} : { was, ...(changed.length === 0 ? {} : { changed }) }),
  };
}

function writtenAgain(turn: Turn, facts: AskedFacts): Request | undefined {
  const { request } = turn;
  if (request.verb !== 'manifest') return undefined;
  const type = narrowed(request.type, facts);
  const fills = changedFacts(turn.facts, facts).every(
    (fact) => filling.has(fact) || (fact === 'protocol' && type !== 'Ingress-or-Gateway'),
  );
  if (type === request.type && !fills) return decidedAgain({ ...turn, recommended: type }, facts);
  return { ...request, type, known: { ...request.known, ...facts } };
}

/** "make it internal" of a load balancer is the internal one, and back. */
function narrowed(type: RecommendationType, facts: AskedFacts): RecommendationType {
  const audience = firstOf(facts.audience);
  if (type === 'LoadBalancer' && audience === 'vpc/internal-network') return 'LoadBalancer-internal';
  return type === 'LoadBalancer-internal' && audience === 'internet' ? 'LoadBalancer' : type;
}

const place =
  /^(?:(?:the )?same |what about |how about |is it |and |or |only )*(?:in|for|on|from|at|of)(?: the| our)?(?: (?<what>namespace|ns|cluster))? (?<name>[a-z0-9][a-z0-9.-]*)(?: (?<after>namespace|cluster))?$/u;
const bare = /^(?:(?:namespace|ns|-n) )?(?<name>[a-z0-9][a-z0-9-]*)(?: (?<after>namespace|environment|env))?$/u;

/** Another namespace, cluster or stage for the same; a stage is an environment where something is to be decided. */
function movedTo(turn: Turn, matter: Matter, heard: Heard, known: KnownNames | undefined): Request | undefined {
  const { request } = turn;
  if (request.verb === 'help' || request.verb === 'use' || request.verb === 'review') return undefined;
  const area = areaOfTurn(turn);
  const decides = matter === 'decision' || matter === 'manifest';
  const groups = (place.exec(heard.words) ?? (heard.leads || heard.asks || turn.open ? bare.exec(heard.words) : null))?.groups;
  const name = groups?.['name'] ?? '';
  const what = groups?.['what'] ?? groups?.['after'];
  if (what === 'cluster' || (!decides && known?.clusters?.includes(name) === true && !known.namespaces.includes(name))) {
    return inArea(turn, { ...area, cluster: name });
  }
  const stage = stageIn(heard.words);
  const spoken = /(?:^| )(?:namespaces?|ns|-n)(?: |$)/u.test(heard.words);
  // "in prod" is an environment where something is to be decided, and a namespace where something is looked at.
  if (heard.namespace !== undefined && (spoken || stage === undefined))
    return inArea(turn, { ...area, namespace: heard.namespace });
  if (what === 'namespace' || what === 'ns') return inArea(turn, { ...area, namespace: name });
  if (stage !== undefined)
    return decides || matter === 'other' || groups === undefined
      ? undefined
      : inArea(turn, areaOfStage(stage, area, known ?? {}));
  if (name === '' || functionWords.has(name)) return undefined;
  // Names that cannot be read are told by the words around them: "and in mail?", not "in progress".
  const isNamespace = known === undefined ? !decides && heard.asks && place.test(heard.words) : known.namespaces.includes(name);
  return isNamespace ? inArea(turn, { ...area, namespace: name }) : undefined;
}

function inArea(turn: Turn, area: { readonly namespace?: string; readonly cluster?: string }): Request | undefined {
  const { request } = turn;
  if (request.verb === 'ask' && matterOf(turn) === 'service') {
    const name = nameOfTurn(turn);
    if (name === undefined) return undefined;
    return turn.intent === 'explain'
      ? { verb: 'explain', services: [name], ...area }
      : { verb: 'triage', service: name, why: false, ...area };
  }
  if (matterOf(turn) === 'other') return undefined;
  if (request.verb === 'reach' && request.from !== undefined && request.to !== undefined && area.namespace !== undefined) {
    const { namespace, ...elsewhere } = area;
    const moved = (end: string) => end.replace(/^[^/]+(?=\/)/u, namespace);
    const isQualified = request.to.includes('/');
    return { verb: 'reach', from: moved(request.from), to: moved(request.to), ...(isQualified ? elsewhere : area) };
  }
  const {
    namespace: _n,
    cluster: _c,
    allNamespaces: _a,
    ...rest
  } = request as Request & { allNamespaces?: boolean; namespace?: string };
  return { ...rest, ...area };
}

const same =
  /^(?:how|what) (?:do|can|should|would) (?:i|we) (?:expose|publish|reach|access|open|connect(?: to)?) (?:it|that|this)$/u;

/** "how do I expose it?" after a look at a Service: the decision about it. */
function unchanged(turn: Turn, { words, understood }: Heard): Request | undefined {
  const decides = understood.intent === 'decide' && understood.confidence === 'sure' && same.test(words);
  return decides && matterOf(turn) === 'service' ? decisionOf(turn) : undefined;
}
