import { code, count, joinTexts, text, type Text } from '../answer/text.ts';
import type { LoadBalancerIngress } from '../model/kinds/service.ts';
import { sendsToPods } from '../network-policy/outside-callers.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Whether pods see the caller's address, and which nodes take part.
 * Source: kubernetes.io/docs/reference/networking/virtual-ips/#traffic-policies
 */
export function trafficPolicyWords(around: Surroundings): Text[] {
  const { service } = around;
  const { type, internalTrafficPolicy, externalIPs } = service.spec;
  const fromOutside = type === 'NodePort' || type === 'LoadBalancer' || externalIPs.length > 0;
  return [
    ...(fromOutside ? clientAddress(around) : []),
    ...(internalTrafficPolicy === 'Local' && type !== 'ExternalName'
      ? [
          text`Pods reach it only on a node that has a ready pod of it; elsewhere packets are dropped (${code('internalTrafficPolicy: Local')}).`,
        ]
      : []),
    ...(type === 'LoadBalancer' ? throughTheBalancer(service.status.loadBalancer) : []),
  ];
}

function clientAddress({ service, backends }: Surroundings): Text[] {
  const { externalTrafficPolicy, healthCheckNodePort } = service.spec;
  if (service.spec.type === 'LoadBalancer' && sendsToPods(service)) {
    return [
      text`The load balancer sends to the pods themselves, past the nodes: whether they see the client's IP address is its own setting, not ${code('externalTrafficPolicy')}.`,
    ];
  }
  if (externalTrafficPolicy !== 'Local') {
    return [
      text`The client's IP address is lost, unless the network plugin keeps it: any node takes traffic and passes it on under its own address (${code('externalTrafficPolicy: Cluster')}).`,
    ];
  }
  const nodes = backends.read
    ? new Set(backends.value.flatMap((one) => (one.state === 'ready' && one.nodeName !== undefined ? [one.nodeName] : []))).size
    : undefined;
  const where = nodes === undefined ? 'nodes with a ready pod' : `${count(nodes, 'node')} with a ready pod`;
  const probe =
    healthCheckNodePort === undefined ? [] : text` (health checks on port ${code(healthCheckNodePort)} of each node)`;
  return [
    text`Pods see the client's IP address, and of all nodes only the ${where} take${nodes === 1 ? 's' : ''} traffic from outside${probe}: ${code('externalTrafficPolicy: Local')}.`,
  ];
}

/** For VIP, the default, kube-proxy answers pods that call the external address itself; Proxy takes it out of the way. */
function throughTheBalancer(ingress: readonly LoadBalancerIngress[]): Text[] {
  const ips = ingress.flatMap(({ ip, ipMode }) => (ip !== undefined && ipMode === 'Proxy' ? [code(ip)] : []));
  return ips.length === 0
    ? []
    : [
        text`Pods and nodes that call ${joinTexts(ips)} go out to the load balancer and come back like any other client (${code('ipMode: Proxy')}).`,
      ];
}
