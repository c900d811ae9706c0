import type { Answer } from '../answer/answer.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { anyPodOf } from '../network-policy/peer.ts';
import { callersOf, type Callers } from './callers.ts';
import { dnsHop } from './dns-hop.ts';
import { parseEndWords, type EndWords } from './end-words.ts';
import { findEnd, type FoundEnd } from './find-end.ts';
import { hop } from './hop.ts';
import { createLookup, type Lookup } from './lookup.ts';
import { hasInternetAddress } from './outside.ts';
import { outsideHop } from './outside-hop.ts';
import { policyView, type PolicyView } from './policy-view.ts';
import { reachAnswer } from './reach-answer.ts';
import { rowsBetween } from './rows-between.ts';
import { serviceTarget } from './service-target.ts';
import { plainTarget, type Target } from './target.ts';

export interface ReachOptions {
  /** Where names without a namespace are looked for first. */
  readonly namespace?: string;
}

/**
 * Can `from` reach `to`? Both in the words of `reach FROM TO[:PORT]`. The answer has one `reach` entry for each pair of
 * workloads and verdict; ports in it are those of the target's pods. Throws a Problem for words that name nothing, or
 * more than one thing.
 */
export function reach(snapshot: Snapshot, from: string, to: string, options: ReachOptions = {}): Answer {
  const lookup = createLookup(snapshot);
  const view = policyView(snapshot);
  const given = options.namespace === undefined ? [] : [options.namespace];
  const callers = callersOf(findEnd(parseEndWords(from), lookup, { side: 'from', namespaces: given }), snapshot, lookup);
  const words = parseEndWords(to);
  // A short name resolves in the namespace of the caller.
  const namespaces = [...given, ...(callers.namespace === undefined ? [] : [callers.namespace])];
  const found = followed(words, findEnd(words, lookup, { side: 'to', namespaces }), lookup);
  const { target, callers: seen } = withService(found, words, callers, snapshot, lookup, view);
  if (target.stop !== undefined) return reachAnswer({ snapshot, callers, target, words, rows: [] });

  const rows = rowsBetween(seen, target, found.end, view);
  return reachAnswer({ snapshot, callers, target, words, rows });
}

const fromOutside =
  'Pods have no address on the internet: callers there come through a Service of type LoadBalancer or NodePort, or an Ingress.';

interface Followed {
  readonly end: FoundEnd;
  /** The ExternalName Services on the way. */
  readonly aliases: readonly string[];
}

/** An ExternalName Service is another name: for a Service of the cluster, or for a host outside. */
function followed(words: EndWords, end: FoundEnd, lookup: Lookup, aliases: readonly string[] = []): Followed {
  if (end.is !== 'service' || end.service.spec.type !== 'ExternalName') return { end, aliases };
  const { metadata, spec } = end.service;
  const name = spec.externalName ?? '';
  const here = [...aliases, `Service ${metadata.namespace}/${metadata.name} is another name for ${name}`];
  if (!/\.svc(\.|$)/u.test(name) || aliases.length > 3) return { end: { is: 'host', host: name }, aliases: here };
  return followed(
    words,
    findEnd({ ...parseEndWords(name), port: words.port }, lookup, { side: 'to', namespaces: [] }),
    lookup,
    here,
  );
}

/** The hops before the policies. Traffic from outside may arrive through an Ingress: then its controller is the caller. */
function withService(
  { end, aliases }: Followed,
  words: EndWords,
  callers: Callers,
  snapshot: Snapshot,
  lookup: Lookup,
  view: PolicyView,
): { readonly target: Target; readonly callers: Callers } {
  const alias = aliases.map((say) => hop('Service', 'passes', say));
  if (end.is !== 'service') {
    const target = plainTarget(end, words.port);
    const notes =
      callers.ranges?.some(hasInternetAddress) === true && end.is === 'pods' ? [fromOutside, ...target.notes] : target.notes;
    return { target: { ...target, notes, hops: [...alias, ...target.hops] }, callers };
  }
  const target = serviceTarget(snapshot, end.service, words.port, lookup.groupsIn(end.service.metadata.namespace));
  if (callers.ranges === undefined) {
    const dns = words.is === 'object' ? dnsHop(snapshot, callers.sides, view) : undefined;
    return { target: { ...target, hops: [...alias, ...(dns === undefined ? [] : [dns]), ...target.hops] }, callers };
  }
  if (callers.sides.some((side) => side.peers.some((peer) => peer.is === 'addresses' && peer.node !== undefined)))
    return { target, callers };
  const outside = outsideHop(end.service, callers.ranges, snapshot);
  const title = `Service ${end.service.metadata.namespace}/${end.service.metadata.name}`;
  const { result, say } = outside.hop;
  const stop =
    result === 'passes' || result === 'not checked'
      ? target.stop
      : { verdict: result === 'stops here' ? ('blocked' as const) : ('unknown' as const), decidedBy: `${title}: ${say}` };
  const through = outside.through.length > 0 ? [{ end: callers.end, peers: [anyPodOf(undefined)] }] : undefined;
  return {
    target: {
      ...target,
      ...(stop === undefined ? {} : { stop }),
      hops: [outside.hop, ...target.hops],
      notes: [...outside.notes, ...target.notes],
    },
    callers: through === undefined ? callers : { ...callers, sides: through, ranges: undefined },
  };
}
