import { code, joinTexts, text, type Text } from '../answer/text.ts';
import { isHeadless, type Service } from '../model/kinds/service.ts';
import { audienceOfLoadBalancer } from './load-balancer-audience.ts';

/** `web in shop is an internal (ClusterIP) Service`: what it is, without a full stop. */
export function kindWords(service: Service): Text {
  const { name, namespace } = service.metadata;
  return text`${code(name)} in ${code(namespace)} is ${whatItIs(service)}`;
}

/** `an internal (ClusterIP) Service`. */
export function whatItIs(service: Service): Text {
  const { type, externalName, ports } = service.spec;
  if (isHeadless(service))
    return text`a headless Service (no cluster IP: DNS answers with the addresses of its ${backendWord(service)})`;
  switch (type) {
    case 'ClusterIP':
      return text`an internal (ClusterIP) Service`;
    case 'NodePort': {
      const nodePorts = ports.flatMap((port) => (port.nodePort === undefined ? [] : [code(port.nodePort)]));
      if (nodePorts.length === 0) return text`a NodePort Service without a node port yet`;
      return text`a NodePort Service, open on ${nodePorts.length === 1 ? 'port' : 'ports'} ${joinTexts(nodePorts)} of every node`;
    }
    case 'LoadBalancer':
      return loadBalancerWords(service);
    case 'ExternalName':
      return text`an alias (ExternalName) for ${code(externalName ?? '')}`;
    default:
      return type satisfies never;
  }
}

function loadBalancerWords(service: Service): Text {
  const inside = audienceOfLoadBalancer(service) === 'internal' ? 'an internal LoadBalancer Service' : 'a LoadBalancer Service';
  const addresses = externalAddresses(service);
  if (addresses.length === 0) return text`${inside} without an external address yet`;
  return text`${inside} at ${joinTexts(addresses.map(code))}`;
}

/** Addresses that the load balancer reported. Empty while it is pending. */
export function externalAddresses(service: Service): readonly string[] {
  return service.status.loadBalancer.flatMap((ingress) => ingress.ip ?? ingress.hostname ?? []);
}

/** What stands behind a Service without selector need not be pods. */
export function backendWord(service: Service): 'pods' | 'endpoints' {
  return Object.keys(service.spec.selector).length > 0 ? 'pods' : 'endpoints';
}
