import { allOf } from '../ask/asked-facts.ts';
import type { Known } from './known.ts';
import { told, type Assumed, type Found, type Option } from './question.ts';

/** HTTP that a product's name merely lets one expect decides nothing where any load balancer serves it as well. */
export function readProtocol(known: Known): Found | undefined {
  const found = readAnyProtocol(known);
  return found?.from === 'default' && found.value === 'HTTP' ? undefined : found;
}

/** The protocol as stated, as a product usually speaks it, or as the container ports tell it. */
export function readAnyProtocol(known: Known): Found | undefined {
  const stated = allOf(known.facts.protocol);
  const first = stated.find((one) => one === 'HTTP' || one === 'gRPC') ?? stated[0];
  if (first !== undefined) return told(known, 'protocol', first, stated.join(' and '));
  const ports = known.cluster?.workload?.ports ?? [];
  const udp = ports.length > 0 && ports.every((port) => port.protocol !== 'TCP');
  return udp ? { value: ports[0]?.protocol ?? 'UDP', say: 'the workload declares no TCP port', from: 'cluster' } : undefined;
}

const webPorts = new Set([80, 443, 3000, 8000, 8080, 8443]);

/** An installed Ingress controller makes it the cheaper entry for what speaks HTTP. */
export function assumeProtocol({ facts, cluster }: Known): Assumed {
  const ports = [...allOf(facts.port), ...(cluster?.workload?.ports ?? []).map((port) => port.port)];
  const web = allOf(facts.protocol).includes('HTTP') || ports.some((port) => webPorts.has(port));
  return web && (cluster?.ingressClasses.length ?? 0) > 0
    ? { value: 'HTTP', say: 'HTTP, as it seems, and an IngressClass is installed', safe: true }
    : { value: 'TCP', say: 'a load balancer takes any protocol', safe: true };
}

export function protocolOptions(http: string, other: string): readonly Option[] {
  return [
    { label: 'HTTP', value: 'HTTP', next: http },
    { label: 'gRPC', value: 'gRPC', next: http },
    { label: 'TCP', value: 'TCP', next: other },
    { label: 'UDP', value: 'UDP', next: other },
    { label: 'SCTP', value: 'SCTP', next: other, silent: true },
  ];
}
