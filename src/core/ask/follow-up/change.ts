import { allOf, firstOf, type AskedFacts, type FactName } from '../asked-facts.ts';
import type { AskRequest, ExposeRequest } from '../request.ts';
import { understand } from '../understand/understand.ts';
import { areaOfTurn, nameOfTurn, type Turn } from './turn.ts';

type Decision = AskRequest | ExposeRequest;

/** A question of choice that states nothing by itself, for what is known only as facts. */
const neutral = 'which Service type fits?';

/** The last request as a decision: itself, or one about the same thing with what is known. Undefined when nothing is. */
export function decisionOf(turn: Turn): Decision | undefined {
  const { request, intent } = turn;
  if (request.verb === 'expose' || (request.verb === 'ask' && (intent === 'decide' || intent === 'manifest'))) {
    const { why: _why, whyNot: _not, was: _was, changed: _changed, ...rest } = request;
    return rest;
  }
  const name = nameOfTurn(turn);
  const known = request.verb === 'manifest' ? { ...turn.facts, ...request.known } : turn.facts;
  const { workload: _workload, service: _service, namespace: _namespace, ...others } = known;
  if (name !== undefined) return { verb: 'expose', workload: name, known: others, ...areaOfTurn(turn) };
  return Object.keys(others).length === 0 ? undefined : { verb: 'ask', text: neutral, known: others, ...areaOfTurn(turn) };
}

/**
 * The decision with these facts in place of the old ones, and with what they rule out gone. A question in free text keeps
 * its text, for what it says besides facts; the words of a fact that no longer holds are taken out of it.
 */
export function withFacts<D extends Decision>(decision: D, old: AskedFacts, facts: AskedFacts): D {
  const gone = overtaken(old, facts);
  const kept = Object.fromEntries(Object.entries(decision.known).filter(([fact]) => !gone.includes(fact as FactName)));
  const known: AskedFacts = { ...kept, ...facts, ...followsFrom(old, facts) };
  if (decision.verb === 'expose') return { ...decision, known };
  return { ...decision, known, text: withoutFacts(decision.text, gone) };
}

/** Facts whose value is another one now. */
export function changedFacts(old: AskedFacts, facts: AskedFacts): readonly FactName[] {
  return (Object.keys(facts) as FactName[]).filter(
    (fact) => JSON.stringify(allOf(old[fact])) !== JSON.stringify(allOf(facts[fact])),
  );
}

const onOneMachine: ReadonlySet<unknown> = new Set(['minikube', 'kind']);

/** A cluster on one machine has no load balancer anyway: to say so moves it nowhere else. */
export function holding(old: AskedFacts, facts: AskedFacts): AskedFacts {
  if (facts.cloud !== 'none' || !onOneMachine.has(old.cloud)) return facts;
  const { cloud: _, ...rest } = facts;
  return rest;
}

/** Facts that cannot hold beside the new ones. */
function overtaken(old: AskedFacts, facts: AskedFacts): readonly FactName[] {
  const gone: FactName[] = [];
  const { environment, cloud, audience } = facts;
  if (environment !== undefined && cloud === undefined && old.cloud !== undefined) {
    if (onOneMachine.has(old.cloud) !== (environment === 'local')) gone.push('cloud');
  }
  if (cloud !== undefined && environment === undefined && old.environment === 'local' && !onOneMachine.has(cloud)) {
    gone.push('environment');
  }
  if (audience !== undefined && firstOf(audience) !== 'outside-service' && facts.externalHost === undefined)
    gone.push('externalHost');
  return gone;
}

/** HTTP routing and TLS at the entry are for HTTP; several hosts speak HTTP. */
function followsFrom(old: AskedFacts, facts: AskedFacts): AskedFacts {
  const protocols = allOf<string>(facts.protocol);
  const isOther = protocols.length > 0 && !protocols.some((one) => one === 'HTTP' || one === 'gRPC');
  const wasOther = allOf<string>(old.protocol).some((one) => one !== 'HTTP' && one !== 'gRPC');
  return {
    ...(isOther && old['http-routing'] === true && facts['http-routing'] === undefined ? { 'http-routing': false } : {}),
    ...(protocols.includes('UDP') && old.tls === true && facts.tls === undefined ? { tls: false } : {}),
    ...(facts['http-routing'] === true && protocols.length === 0 && wasOther ? { protocol: 'HTTP' as const } : {}),
  };
}

function withoutFacts(text: string, gone: readonly FactName[]): string {
  if (gone.length === 0) return text;
  const { words } = understand(text);
  const left = gone.reduce((rest, fact) => withoutWords(rest, words[fact]), text);
  return left.trim() === '' ? neutral : left;
}

/** With the preposition before them: "on minikube". */
function withoutWords(text: string, words: string | undefined): string {
  return (words ?? '')
    .split(', ')
    .filter((part) => part !== '')
    .reduce((rest, part) => {
      const at = rest.indexOf(part);
      if (at < 0) return rest;
      const before = rest.slice(0, at).replace(/(?<=^|\s)(?:on|in|for|at|with|using|auf|en|sur|em)\s+$/iu, '');
      return `${before}${rest.slice(at + part.length).trimStart()}`;
    }, text);
}

/** The decision about something else, all else as it was: in a text the new name takes the place of the old one. */
export function withName<D extends Decision>(decision: D, name: string, namespace: string | undefined): D {
  const where = namespace === undefined ? {} : { namespace };
  if (decision.verb === 'expose') {
    const { kind: _, ...known } = decision.known;
    return { ...decision, ...where, workload: name, known };
  }
  const { workload: _workload, service: _service, kind: _kind, ...known } = decision.known;
  const { facts, words } = understand(decision.text);
  const fact = facts.workload === undefined ? 'service' : 'workload';
  const old = (words[fact] ?? '').split(', ')[0] ?? '';
  const text = old !== '' && decision.text.includes(old) ? decision.text.replaceAll(old, name) : decision.text;
  // Where the text did not name it, or reads the new name as something else, a fact says it.
  const read = understand(text).facts;
  const isRead = [...allOf(read.workload), ...allOf(read.service)].includes(name);
  return { ...decision, ...where, text, known: isRead ? known : { ...known, workload: name } };
}
