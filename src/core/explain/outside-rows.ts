import { code, joinTexts, text, type Text } from '../answer/text.ts';
import { quote } from '../model/commands.ts';
import { selectsPods, type Service } from '../model/kinds/service.ts';
import type { Admission } from './admission.ts';
import { isOpenToPods } from './admission-words.ts';
import { callerPorts, hostAndPorts } from './addresses.ts';
import { externalAddresses } from './kind-words.ts';
import { ingressesHere } from './leads-here.ts';
import { audienceOfLoadBalancer } from './load-balancer-audience.ts';
import { isOpen, routesHere } from './routes-here.ts';
import { livePodsOf, type Surroundings } from './surroundings.ts';

/** More of one Ingress or route stand under what leads here. */
const MOST_REQUESTS = 3;

/** Who calls, and by which address. */
export type ReachRow = readonly [from: string, how: Text];

const audiences = { internal: 'Internal network (VPC)', internet: 'Internet', unknown: 'Outside the cluster' } as const;

/** How callers outside the cluster come in. A NodePort has its own row, by the nodes. */
export function outsideRows(around: Surroundings, admission: Admission): ReachRow[] {
  const { service } = around;
  const others = throughOthers(around, admission);
  const { type, externalIPs } = service.spec;
  switch (type) {
    case 'NodePort':
      return others;
    case 'LoadBalancer':
      return [...others, [audiences[audienceOfLoadBalancer(service)], byLoadBalancer(service)]];
    case 'ExternalName':
      return [['Outside the cluster', text`not by this Service: the alias lives in the cluster's DNS alone`]];
    case 'ClusterIP':
      return externalIPs.length > 0 ? others : [...others, ['Outside the cluster', text`not by itself${portForward(around)}`]];
    default:
      return type satisfies never;
  }
}

/** Ingresses and routes that requests can come by. */
function throughOthers(around: Surroundings, admission: Admission): ReachRow[] {
  const ways = [
    ...ingressesHere(around).map(({ ingress, routes }) => [`Ingress ${ingress.metadata.name}`, routes] as const),
    ...routesHere(around)
      .filter((one) => isOpen(around, one))
      .map(({ route, requests }) => [`${route.kind} ${route.metadata.name}`, requests] as const),
  ];
  // Its controller is a caller like any other pod.
  const limit = isOpenToPods(admission) ? [] : text`, as far as NetworkPolicy lets its controller in`;
  return ways.map(([name, requests]) => [`By ${name}`, text`${joinTexts(requests.slice(0, MOST_REQUESTS).map(code))}${limit}`]);
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
function portForward(around: Surroundings): Text {
  const { service } = around;
  const { name, namespace } = service.metadata;
  // Of a headless Service too kubectl takes the pod's own port.
  const port = callerPorts(service, livePodsOf(around)).find((one) => one.protocol === 'TCP')?.port;
  if (port === undefined || !selectsPods(service)) return [];
  const local = port < 1024 ? port + 8000 : port;
  return text`; for a short look: ${code(`kubectl port-forward -n ${quote(namespace)} service/${quote(name)} ${local}:${port}`)}`;
}
