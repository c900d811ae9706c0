import type { ClusterDescription, KubernetesObject, ServiceDescription } from './description.ts';
import { MINUTE, suffixOf, time, uidOf } from './stable.ts';

interface PodView {
  readonly labels: Readonly<Record<string, string>>;
  readonly ports: readonly { readonly name: string; readonly containerPort: number; readonly protocol: string }[];
  readonly ip: string | undefined;
  readonly ready: boolean;
  readonly nodeName: string;
  readonly hostname: string | undefined;
  readonly metadata: KubernetesObject['metadata'];
}

/**
 * The slices that the EndpointSlice controller makes: pods of the Service's namespace that the selector matches, grouped by
 * the ports that their containers resolve, a hundred in a slice; one empty slice when no pod matches. A named port that no container declares
 * is left out, so that the addresses stay without ports.
 * Source: kubernetes.io/docs/concepts/services-networking/endpoint-slices/
 */
export function buildEndpointSlices(
  service: ServiceDescription,
  pods: readonly KubernetesObject[],
  cluster: ClusterDescription,
): readonly KubernetesObject[] {
  if (service.type === 'ExternalName') return [];
  const selector = Object.entries(service.selector ?? { app: service.name });
  const matching = pods
    .filter((pod) => pod.metadata.namespace === service.namespace)
    .map(viewOf)
    // A pod without a node has no address yet.
    .filter((pod) => pod.ip !== undefined)
    .filter((pod) => selector.every(([key, value]) => pod.labels[key] === value));
  const groups = Map.groupBy(matching, (pod) => JSON.stringify(portsFor(service, pod)));
  if (groups.size === 0) return [buildSlice(service, [], [], cluster, 0)];
  const slices = [...groups].flatMap(([ports, members]) => chunks(members).map((some) => [ports, some] as const));
  return slices.map(([ports, members], index) =>
    buildSlice(service, members, JSON.parse(ports) as readonly object[], cluster, index),
  );
}

/** The controller's default of `--max-endpoints-per-slice`. */
const MOST_IN_A_SLICE = 100;

function chunks<T>(all: readonly T[]): readonly (readonly T[])[] {
  const count = Math.ceil(all.length / MOST_IN_A_SLICE);
  return Array.from({ length: count }, (_, index) => all.slice(index * MOST_IN_A_SLICE, (index + 1) * MOST_IN_A_SLICE));
}

function portsFor({ ports = [] }: ServiceDescription, pod: PodView): readonly object[] {
  return ports.flatMap(({ name, targetPort, protocol = 'TCP', appProtocol }) => {
    const declared = pod.ports.find((port) => port.name === targetPort && port.protocol === protocol)?.containerPort;
    const port = typeof targetPort === 'number' ? targetPort : declared;
    return port === undefined ? [] : [{ ...(appProtocol === undefined ? {} : { appProtocol }), name, port, protocol }];
  });
}

function buildSlice(
  service: ServiceDescription,
  pods: readonly PodView[],
  ports: readonly object[],
  { now, nodes }: ClusterDescription,
  index: number,
): KubernetesObject {
  const { name, namespace } = service;
  const slice = `${name}-${suffixOf(5, 'EndpointSlice', namespace, name, String(index))}`;
  const endpoints = pods.map((pod) => ({
    addresses: [pod.ip],
    conditions: { ready: pod.ready, serving: pod.ready, terminating: false },
    ...(pod.hostname === undefined ? {} : { hostname: pod.hostname }),
    nodeName: pod.nodeName,
    targetRef: { kind: 'Pod', name: pod.metadata.name, namespace, uid: pod.metadata.uid },
    zone: nodes.find((node) => node.name === pod.nodeName)?.zone,
  }));
  return {
    addressType: 'IPv4',
    apiVersion: 'discovery.k8s.io/v1',
    endpoints: endpoints.length === 0 ? null : endpoints,
    kind: 'EndpointSlice',
    metadata: {
      creationTimestamp: time(now - service.ageDays * 24 * 60 * MINUTE),
      generateName: `${name}-`,
      labels: {
        ...(service.labels ?? { app: name }),
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
        'kubernetes.io/service-name': name,
        ...(service.headless === true ? { 'service.kubernetes.io/headless': '' } : {}),
      },
      name: slice,
      namespace,
      ownerReferences: [
        {
          apiVersion: 'v1',
          blockOwnerDeletion: true,
          controller: true,
          kind: 'Service',
          name,
          uid: uidOf('Service', namespace, name),
        },
      ],
      uid: uidOf('EndpointSlice', namespace, slice),
    },
    ports: ports.length === 0 ? null : ports,
  };
}

function viewOf(pod: KubernetesObject): PodView {
  const spec = pod['spec'] as { nodeName: string; hostname?: string; containers: readonly { ports?: PodView['ports'] }[] };
  const status = pod['status'] as { podIP?: string; conditions: readonly { type: string; status: string }[] };
  return {
    labels: pod.metadata['labels'] as PodView['labels'],
    ports: spec.containers.flatMap((container) => container.ports ?? []),
    ip: status.podIP,
    ready: status.conditions.some((one) => one.type === 'Ready' && one.status === 'True'),
    nodeName: spec.nodeName,
    hostname: spec.hostname,
    metadata: pod.metadata,
  };
}
