import { firstOf, type AskedFacts, type FactName } from '../ask/asked-facts.ts';
import type { Talk } from '../ask/talk.ts';
import { nameOf } from './answer-parts.ts';

const values: Readonly<Record<string, string>> = {
  internet: 'callers from the internet',
  'vpc/internal-network': 'callers from your own network',
  cluster: 'callers in the cluster',
  'same-namespace': 'callers in the same namespace',
  'outside-service': 'a target outside the cluster',
  aws: 'AWS',
  gcp: 'Google Cloud',
  azure: 'Azure',
  metallb: 'MetalLB',
  none: 'no load balancer at hand',
  production: 'production',
  testing: 'tests',
  local: 'a local cluster',
};

const yesNo: Readonly<Partial<Record<FactName, readonly [string, string]>>> = {
  stateful: ['keeps state', 'keeps no state'],
  perPodAddress: ['each pod by itself', 'any ready pod will do'],
  tls: ['TLS at the entry', 'no TLS at the entry'],
  'http-routing': ['several HTTP hosts or paths', 'one application on one port'],
  staticIp: ['a fixed address', 'no fixed address'],
  clientIp: ["the client's address is kept", "the client's address may be lost"],
};

/** What was changed since the last recommendation, as a label: "UDP, port 53". '' when nothing was. */
export function changedWords({ changed = [], was, not = [] }: Talk, facts: AskedFacts): string {
  const denied = was !== undefined && not.includes(was) ? [`without ${nameOf(was)}`] : [];
  const words = [...denied, ...changed.flatMap((fact) => wordsOf(fact, facts))].join(', ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function wordsOf(fact: FactName, facts: AskedFacts): readonly string[] {
  const value = firstOf<string | number | boolean>(facts[fact]);
  if (value === undefined) return [];
  if (typeof value === 'boolean') return [yesNo[fact]?.[value ? 0 : 1] ?? fact];
  switch (fact) {
    case 'port':
      return [`port ${value}`];
    case 'targetPort':
      return [`target port ${value}`];
    case 'namespace':
      return [`namespace ${value}`];
    default:
      return [values[String(value)] ?? String(value)];
  }
}
