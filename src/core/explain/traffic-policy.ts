import { code, count, text, type Text } from '../answer/text.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Whether pods see the caller's address, and which nodes take part.
 * Source: kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies
 */
export function trafficPolicyWords({ service, backends }: Surroundings): Text[] {
  const { type, externalTrafficPolicy, internalTrafficPolicy, externalIPs, healthCheckNodePort } = service.spec;
  const lines: Text[] = [];
  const fromOutside = type === 'NodePort' || type === 'LoadBalancer' || externalIPs.length > 0;
  const nodes = backends.read
    ? new Set(backends.value.flatMap((one) => (one.state === 'ready' && one.nodeName !== undefined ? [one.nodeName] : []))).size
    : undefined;
  const where = nodes === undefined ? 'nodes with a ready pod' : `${count(nodes, 'node')} with a ready pod`;
  if (fromOutside && externalTrafficPolicy === 'Local') {
    const probe =
      healthCheckNodePort === undefined ? [] : text` (health checks on port ${code(healthCheckNodePort)} of each node)`;
    lines.push(
      text`Pods see the client's IP address, and of all nodes only the ${where} take${nodes === 1 ? 's' : ''} traffic from outside${probe}: ${code('externalTrafficPolicy: Local')}.`,
    );
  } else if (fromOutside) {
    lines.push(
      text`The client's IP address may be lost: any node takes traffic and passes it on under its own address (${code('externalTrafficPolicy: Cluster')}).`,
    );
  }
  if (internalTrafficPolicy === 'Local' && type !== 'ExternalName') {
    lines.push(
      text`Pods reach it only on a node that has a ready pod of it; elsewhere packets are dropped (${code('internalTrafficPolicy: Local')}).`,
    );
  }
  return lines;
}
