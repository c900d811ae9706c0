import { MANAGED_BY_LABEL, SERVICE_NAME_LABEL, type Endpoint, type EndpointSlice } from '../kinds/endpoint-slice.ts';
import type { Node } from '../kinds/cluster.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';
import { isEnded, isReady } from '../pods/pod-state.ts';
import { resolveTargetPort } from '../pods/ports.ts';

type Family = 'IPv4' | 'IPv6';

/**
 * The EndpointSlices that the controller would make for a Service with a selector: one for each IP family and set of
 * resolved ports; without any pod one empty slice. `selected` are the pods that its selector matches.
 * Source: kubernetes.io/docs/concepts/services-networking/endpoint-slices/
 */
export function expectedSlices(
  service: Service,
  selected: readonly Pod[],
  nodes: ReadonlyMap<string, Node>,
): readonly EndpointSlice[] {
  const pods = selected.filter((pod) => !isEnded(pod) && pod.status.podIPs.length > 0);
  const slices = familiesOf(service, pods).flatMap((family) => {
    const here = pods.filter((pod) => addressOf(pod, family) !== undefined);
    const byPorts = Map.groupBy(here, (pod) => JSON.stringify(portsFor(service, pod)));
    return [...byPorts.values()].map((group, index) => slice(service, family, group, nodes, index));
  });
  return slices.length > 0 ? slices : [slice(service, 'IPv4', [], nodes, 0)];
}

function familiesOf({ spec }: Service, pods: readonly Pod[]): readonly Family[] {
  if (spec.ipFamilies.length > 0) return spec.ipFamilies as readonly Family[];
  if (spec.ipFamilyPolicy !== undefined && spec.ipFamilyPolicy !== 'SingleStack') return ['IPv4', 'IPv6'];
  return [familyOf(pods[0]?.status.podIPs[0] ?? '')];
}

function familyOf(address: string): Family {
  return address.includes(':') ? 'IPv6' : 'IPv4';
}

function addressOf(pod: Pod, family: Family): string | undefined {
  return pod.status.podIPs.find((ip) => familyOf(ip) === family);
}

/** A port whose name the pod does not declare is left out, as the controller does. */
function portsFor({ spec }: Service, pod: Pod): EndpointSlice['ports'] {
  return spec.ports.flatMap((port) => {
    const number = resolveTargetPort(port, pod.spec);
    return number === undefined ? [] : [{ name: port.name, protocol: port.protocol, port: number }];
  });
}

function slice(
  service: Service,
  family: Family,
  pods: readonly Pod[],
  nodes: ReadonlyMap<string, Node>,
  index: number,
): EndpointSlice {
  const { name, namespace, createdAt } = service.metadata;
  const [first] = pods;
  return {
    kind: 'EndpointSlice',
    metadata: {
      name: `${name}-${family.toLowerCase()}-${index}`,
      namespace,
      uid: '',
      labels: { [SERVICE_NAME_LABEL]: name, [MANAGED_BY_LABEL]: 'endpointslice-controller.k8s.io' },
      annotations: {},
      createdAt,
      deletedAt: undefined,
      finalizers: [],
      owners: [],
    },
    addressType: family,
    endpoints: pods.map((pod) => endpoint(service, pod, addressOf(pod, family) ?? '', nodes)),
    ports: first === undefined ? [] : portsFor(service, first),
  };
}

function endpoint(service: Service, pod: Pod, address: string, nodes: ReadonlyMap<string, Node>): Endpoint {
  const { name, namespace, uid, deletedAt } = pod.metadata;
  const { nodeName, hostname, subdomain } = pod.spec;
  const serving = isReady(pod);
  return {
    addresses: [address],
    ready: service.spec.publishNotReadyAddresses || (serving && deletedAt === undefined),
    serving,
    terminating: deletedAt !== undefined,
    nodeName,
    zone: nodeName === undefined ? undefined : nodes.get(nodeName)?.metadata.labels['topology.kubernetes.io/zone'],
    hostname: subdomain === service.metadata.name ? hostname : undefined,
    hintedZones: [],
    hintedNodes: [],
    target: { kind: 'Pod', name, namespace, uid },
  };
}
