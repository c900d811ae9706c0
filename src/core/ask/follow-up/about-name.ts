import { firstOf } from '../asked-facts.ts';
import type { Request } from '../request.ts';
import { changedFacts, decisionOf, withFacts, withName } from './change.ts';
import type { KnownNames } from './follow-up.ts';
import { saysOnly } from './function-words.ts';
import type { Heard } from './heard.ts';
import { areaOfTurn, matterOf, nameOfTurn, type Turn } from './turn.ts';

const points = /(?:^| )(?:same|mean|meant|about|instead|try)(?: |$)|^(?:for|with|is with)(?: |$)/u;

/** It asks or tells something by itself. */
const ownClause = /(?:^| )(?:how|why|which|does|do|can|is|are|was|has|have|should|explain|triage|show|list|we|they)(?: |$)/u;

/** The namespace and the name of an end of `reach`; what may follow is its port. */
const end = /^([^/]+\/)?[^/:]+(?=:|$)/u;

/** "same for api", "and api?", "no, I meant api": the same about something else. */
export function aboutName(turn: Turn, heard: Heard, known: KnownNames | undefined): Request | undefined {
  const { name, namespace, words } = heard;
  if (name === undefined || name === nameOfTurn(turn)) return undefined;
  const said = [name.toLowerCase(), ...(namespace === undefined ? [] : [namespace])];
  const before = nameOfTurn(turn);
  const rest = saysOnly(words, before === undefined ? said : [...said, before]);
  const isKnown = known === undefined || [...known.services, ...known.workloads].includes(name);
  const isPointedAt = points.test(words) || (isKnown && (heard.asks || heard.leads || words === name));
  // "and api with TLS?" names a fact, too.
  const states = heard.leads && !ownClause.test(words) && words.split(' ').length <= 6 && Object.keys(heard.facts).length > 0;
  if (!isPointedAt || !(rest || (states && isKnown))) return undefined;
  return renamed(
    turn,
    name,
    namespace ?? (heard.understood.facts.namespace && firstOf(heard.understood.facts.namespace)),
    heard,
  );
}

function renamed(turn: Turn, name: string, namespace: string | undefined, heard: Heard): Request | undefined {
  const { request } = turn;
  const area = { ...areaOfTurn(turn), ...(namespace === undefined ? {} : { namespace }) };
  switch (matterOf(turn)) {
    case 'service':
      if (request.verb === 'explain' || (request.verb === 'ask' && turn.intent === 'explain'))
        return { verb: 'explain', services: [name], ...area };
      return request.verb === 'watch'
        ? { verb: 'watch', service: name, ...area }
        : { verb: 'triage', service: name, why: request.verb === 'triage' && request.why, ...area };
    case 'area':
      return request.verb === 'list'
        ? { verb: 'explain', services: [name], ...area }
        : { verb: 'triage', service: name, why: false, ...area };
    case 'manifest':
      if (request.verb !== 'manifest') return undefined;
      return { ...request, ...area, workload: name, known: { ...request.known, ...heard.facts } };
    case 'reach':
      if (request.verb !== 'reach' || request.to === undefined) return undefined;
      return {
        ...request,
        to: request.to.replace(end, (_, where = '') => `${namespace === undefined ? where : `${namespace}/`}${name}`),
      };
    case 'decision': {
      const decision = decisionOf(turn);
      if (decision === undefined) return undefined;
      const { asked: _, ...other } = withName(decision, name, namespace);
      const changed = changedFacts(turn.facts, heard.facts);
      return changed.length === 0 ? other : withFacts(other, turn.facts, heard.facts);
    }
    case 'other':
      return undefined;
    default:
      return undefined;
  }
}
