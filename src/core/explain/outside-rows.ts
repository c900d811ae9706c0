import { code, joinTexts, text, type Text } from '../answer/text.ts';
import { quote } from '../model/commands.ts';
import { selectsPods, type Service } from '../model/kinds/service.ts';
import { hostAndPorts } from './addresses.ts';
import { externalAddresses } from './kind-words.ts';
import { audienceOfLoadBalancer } from './load-balancer-audience.ts';

/** Who calls, and by which address. */
export type ReachRow = readonly [from: string, how: Text];

const audiences = { internal: 'Internal network (VPC)', internet: 'Internet', unknown: 'Outside the cluster' } as const;

/** How callers outside the cluster come in. A NodePort has its own row, by the nodes. */
export function outsideRows(service: Service): ReachRow[] {
  switch (service.spec.type) {
    case 'NodePort':
      return [];
    case 'LoadBalancer':
      return [[audiences[audienceOfLoadBalancer(service)], byLoadBalancer(service)]];
    case 'ExternalName':
      return [['Outside the cluster', text`not by this Service: the alias lives in the cluster's DNS alone`]];
    case 'ClusterIP':
      return [['Outside the cluster', text`not by itself${portForward(service)}`]];
    default:
      return service.spec.type satisfies never;
  }
}

function byLoadBalancer(service: Service): Text {
  const { ports, loadBalancerSourceRanges } = service.spec;
  const addresses = externalAddresses(service);
  if (addresses.length === 0) return text`nobody yet: the load balancer has no address`;
  const ranges =
    loadBalancerSourceRanges.length === 0 ? [] : text`, only from ${joinTexts(loadBalancerSourceRanges.map(code))}`;
  return text`${joinTexts(addresses.map((address) => hostAndPorts(address, ports)))}${ranges}`;
}

/** kubectl forwards to a pod of the Service, TCP only. Local ports below 1024 would need privileges. */
function portForward(service: Service): Text {
  const { name, namespace } = service.metadata;
  const port = service.spec.ports.find((one) => one.protocol === 'TCP')?.port;
  if (port === undefined || !selectsPods(service)) return [];
  const local = port < 1024 ? port + 8000 : port;
  return text`; for a short look: ${code(`kubectl port-forward -n ${quote(namespace)} service/${quote(name)} ${local}:${port}`)}`;
}
