import type { ReachEnd } from '../answer/answer.ts';
import type { Service } from '../model/kinds/service.ts';
import type { AddressRange } from '../network-policy/cidr.ts';
import { toCidrs } from '../network-policy/cidr.ts';
import { badRequest } from '../problem/problem.ts';
import type { EndWords } from './end-words.ts';
import { refName } from './ends.ts';
import type { Lookup } from './lookup.ts';
import { internet, internetAddresses } from './outside.ts';
import { refKey, type PodGroup } from './pod-groups.ts';

/** What the words for one end turned out to be. */
export type FoundEnd =
  | { readonly is: 'pods'; readonly end: ReachEnd; readonly groups: readonly PodGroup[] }
  | {
      readonly is: 'addresses';
      readonly end: ReachEnd;
      readonly ranges: readonly AddressRange[];
      readonly node: string | undefined;
    }
  | { readonly is: 'service'; readonly service: Service }
  /** A DNS name that no Service has. */
  | { readonly is: 'host'; readonly host: string };

export interface FindOptions {
  /** `to`: a Service goes before a workload of the same name. */
  readonly side: 'from' | 'to';
  /** Where to look first when the words name no namespace, best first. */
  readonly namespaces: readonly string[];
}

/** Finds one end in the snapshot. Throws a Problem when it does not exist, or several are meant, or nothing was read. */
export function findEnd(words: EndWords, lookup: Lookup, options: FindOptions): FoundEnd {
  switch (words.is) {
    case 'internet':
      return { is: 'addresses', end: internet, ranges: internetAddresses(), node: undefined };
    case 'addresses':
      return findAddress(words.range, lookup);
    case 'namespace':
      return findNamespace(words.name, lookup);
    case 'object':
      return findObject(words, lookup, options);
    default:
      return words satisfies never;
  }
}

function findAddress(range: AddressRange, lookup: Lookup): FoundEnd {
  const service = lookup.serviceAt(range);
  if (service !== undefined) return { is: 'service', service };
  const pod = lookup.podAt(range);
  if (pod !== undefined) return { is: 'pods', end: pod.ref, groups: [pod] };
  return {
    is: 'addresses',
    end: { kind: 'External', cidr: toCidrs(range)[0] ?? '' },
    ranges: [range],
    node: lookup.nodeAt(range),
  };
}

function findNamespace(name: string, lookup: Lookup): FoundEnd {
  lookup.mustHaveNamespace(name);
  return { is: 'pods', end: { kind: 'Namespace', name }, groups: lookup.groupsIn(name) };
}

function findObject(words: EndWords & { readonly is: 'object' }, lookup: Lookup, { side, namespaces }: FindOptions): FoundEnd {
  const dns = dnsName(words);
  const { kind, name } = dns ?? words;
  const namespace = dns?.namespace ?? words.namespace;
  const places = namespace === undefined ? [...namespaces, undefined] : [namespace];
  if (namespace !== undefined && dns === undefined) lookup.mustHaveNamespace(namespace);
  for (const place of places) {
    const service =
      kind === undefined || kind === 'Service' ? one(words, lookup.services(name, place).map(asService)) : undefined;
    const pods = kind === 'Service' ? undefined : one(words, lookup.groups(kind, name, place).map(asPods));
    const found = side === 'to' ? (service ?? pods) : (pods ?? service);
    if (found !== undefined) return found;
  }
  if (dns !== undefined && dns.host) return { is: 'host', host: words.name };
  if (kind === undefined && words.namespace === undefined && lookup.hasNamespace(name)) return findNamespace(name, lookup);
  throw lookup.notFound({ typed: words.typed, kind, name, namespace, side });
}

interface DnsName {
  readonly kind: 'Service';
  readonly name: string;
  readonly namespace: string;
  /** It may as well be a name outside the cluster. */
  readonly host: boolean;
}

/** `checkout.shop`, `checkout.shop.svc`, `checkout.shop.svc.cluster.local`; pods of StatefulSets have one name more. */
function dnsName({ kind, namespace, name }: EndWords & { readonly is: 'object' }): DnsName | undefined {
  if (namespace !== undefined || (kind !== undefined && kind !== 'Service') || !name.includes('.')) return undefined;
  const labels = name.split('.');
  const svc = labels.indexOf('svc');
  const [service = '', place = ''] = svc >= 2 ? labels.slice(svc - 2, svc) : labels;
  return { kind: 'Service', name: service, namespace: place, host: svc < 2 };
}

interface Candidate {
  readonly key: string;
  readonly say: string;
  readonly found: FoundEnd;
}

function asService(service: Service): Candidate {
  const { namespace, name } = service.metadata;
  return {
    key: refKey({ kind: 'Service', namespace, name }),
    say: `svc/${name} in ${namespace}`,
    found: { is: 'service', service },
  };
}

function asPods(group: PodGroup): Candidate {
  const { ref } = group;
  return { key: refKey(ref), say: refName(ref), found: { is: 'pods', end: ref, groups: [group] } };
}

function one(words: EndWords, candidates: readonly Candidate[]): FoundEnd | undefined {
  const [first, second] = candidates;
  if (second === undefined) return first?.found;
  throw badRequest(
    `"${words.typed}" can be ${candidates
      .slice(0, 6)
      .map((each) => each.say)
      .join(' or ')}.`,
    'Say which one is meant with its namespace and kind, for example shop/deploy/web or pod/web-0.',
  );
}
