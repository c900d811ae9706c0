import type { FactName, AskedFacts } from './asked-facts.ts';
import type { Understanding } from './understand/understanding.ts';
import type { Hints } from '../tree/known.ts';

const gatewayApi = /gateway api|httproute|gatewayclass|grpcroute/u;

/** What a message says besides facts, for the tree. `known` are facts that the person added by buttons or flags. */
export function hintsOf(said: Understanding, known: AskedFacts, not: Hints['denied'] = [], text = ''): Hints {
  const admits = admittedIn(text);
  const from: Partial<Record<FactName, 'default' | 'person'>> = {};
  for (const fact of Object.keys(said.implied) as FactName[]) from[fact] = 'default';
  for (const fact of Object.keys(known) as FactName[]) from[fact] = 'person';
  return {
    // What was added later is newer than the text: callers that are named then are no short look of one person.
    shortLook: said.shortLook && known.audience === undefined,
    denied: [...said.denied, ...not],
    ...(said.recommendationHint === undefined ? {} : { asked: said.recommendationHint }),
    addresses: said.externalAddresses,
    noLoadBalancer: said.noLoadBalancer,
    mustBePrivate: said.mustBePrivate && known.audience === undefined,
    sharedEntry: said.sharedEntry && known['http-routing'] !== false,
    stickySessions: said.stickySessions,
    nodePorts: said.nodePorts,
    gatewayApi: gatewayApi.test(said.canonical),
    ...(admits === undefined ? {} : { admits }),
    manifest: said.intent === 'manifest',
    likely: said.likely,
    from,
  };
}

const policyWanted = /\b(?:with|and|plus|add|including)\s+(?:an?\s+|the\s+)?(?:network[ -]?polic(?:y|ies)|netpol)\b/iu;
const label = /(?<![\w./-])([a-z0-9][\w.-]*(?:\/[\w.-]+)?)\s?=\s?([\w.-]+)/giu;

/** "with a network policy that lets only team=frontend in": the labels after these words; undefined without the words. */
function admittedIn(text: string): Readonly<Record<string, string>> | undefined {
  const wish = policyWanted.exec(text);
  if (wish === null) return undefined;
  const pairs = [...text.slice(wish.index).matchAll(label)].map(([, key = '', value = '']) => [key, value] as const);
  return Object.fromEntries(pairs);
}
