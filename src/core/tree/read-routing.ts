import { allOf } from '../ask/asked-facts.ts';
import type { Known } from './known.ts';
import { told, type Assumed, type Found, type Option } from './question.ts';

/** Several hosts or paths, TLS for HTTP, or one entry for many applications. Another protocol has neither. */
export function readRouting(known: Known): Found | undefined {
  const { facts, hints } = known;
  const stated = allOf(facts.protocol);
  const isHttp = stated.length === 0 || stated.includes('HTTP') || stated.includes('gRPC');
  if (!isHttp && facts['http-routing'] !== true) return told(known, 'protocol', 'false', `${stated.join(' and ')}, not HTTP`);
  if (facts['http-routing'] === true) return told(known, 'http-routing', 'true', 'several HTTP hosts or paths');
  if (hints.sharedEntry === true) return { value: 'true', say: 'one entry for several applications', from: 'text' };
  if (facts.tls === true && isOtherTls(known))
    return told(known, 'port', 'false', 'TLS on a port of another protocol than HTTP');
  if (facts.tls === true) return told(known, 'tls', 'true', 'TLS ends at the entry');
  return facts['http-routing'] === false ? told(known, 'http-routing', 'false', 'one application on one port') : undefined;
}

/** Ports that IANA assigned to TLS of mail, directories, brokers, chat and voice: no Ingress takes these. */
const otherTlsPorts = new Set([465, 636, 853, 990, 992, 993, 995, 3269, 5061, 5349, 5671, 6514, 6697, 8883]);

/** TLS is wanted, nobody said HTTP, and every port is one of another protocol. */
function isOtherTls({ facts }: Known): boolean {
  const ports = allOf(facts.port);
  return allOf(facts.protocol).length === 0 && ports.length > 0 && ports.every((port) => otherTlsPorts.has(port));
}

export function assumeNoRouting(): Assumed {
  return { value: 'false', say: 'one application on one port', safe: true };
}

export function routingOptions(routed: string, single: string): readonly Option[] {
  return [
    { label: 'Several HTTP hosts or paths, or TLS', value: 'true', next: routed },
    { label: 'One application on one port', value: 'false', next: single },
  ];
}
