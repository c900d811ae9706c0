import type { Json } from './merge-object.ts';

/**
 * The EndpointSlices that the EndpointSlice controller makes of these Services and pods: one slice for each set of
 * resolved ports, pods with an address only, and one empty slice where nothing matches. Services for which the cluster
 * already has a slice are left alone.
 * Source: kubernetes.io/docs/concepts/services-networking/endpoint-slices/
 */
export function endpointSlicesFor(objects: readonly Json[]): readonly Json[] {
  const given = new Set(
    objects.filter((one) => one['kind'] === 'EndpointSlice').map((one) => `${namespaceOf(one)}/${labelOf(one)}`),
  );
  const pods = objects.filter((one) => one['kind'] === 'Pod' && isEndpoint(one));
  return objects
    .filter((one) => one['kind'] === 'Service' && !given.has(`${namespaceOf(one)}/${nameOf(one)}`))
    .flatMap((service) => slicesOf(service, pods));
}

function slicesOf(service: Json, pods: readonly Json[]): readonly Json[] {
  const spec = map(service['spec']);
  const selector = Object.entries(map(spec['selector']));
  if (spec['type'] === 'ExternalName' || selector.length === 0) return [];
  const selected = pods.filter((pod) => {
    const labels = map(map(pod['metadata'])['labels']);
    return namespaceOf(pod) === namespaceOf(service) && selector.every(([key, value]) => labels[key] === value);
  });
  const byPorts = Map.groupBy(selected, (pod) => JSON.stringify(portsFor(spec, pod)));
  if (byPorts.size === 0) return [slice(service, 'empty', null, null)];
  return [...byPorts].map(([ports, group], at) => {
    const resolved = JSON.parse(ports) as readonly Json[];
    return slice(
      service,
      String(at),
      group.map((pod) => endpoint(pod, spec)),
      resolved.length === 0 ? null : resolved,
    );
  });
}

function slice(service: Json, suffix: string, endpoints: readonly Json[] | null, ports: readonly Json[] | null): Json {
  const name = nameOf(service);
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    addressType: 'IPv4',
    metadata: {
      name: `${name}-${suffix}`,
      namespace: namespaceOf(service),
      labels: {
        'kubernetes.io/service-name': name,
        'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
      },
    },
    endpoints,
    ports,
  };
}

function endpoint(pod: Json, spec: Json): Json {
  const status = map(pod['status']);
  const ready = list(status['conditions']).some((one) => one['type'] === 'Ready' && one['status'] === 'True');
  const terminating = map(pod['metadata'])['deletionTimestamp'] !== undefined;
  return {
    addresses: [status['podIP']],
    conditions: {
      ready: spec['publishNotReadyAddresses'] === true || (ready && !terminating),
      serving: ready,
      terminating,
    },
    nodeName: map(pod['spec'])['nodeName'],
    targetRef: { kind: 'Pod', name: nameOf(pod), namespace: namespaceOf(pod), uid: map(pod['metadata'])['uid'] },
  };
}

/** A named targetPort that no container of the pod declares is left out. */
function portsFor(spec: Json, pod: Json): readonly Json[] {
  const podSpec = map(pod['spec']);
  const sidecars = list(podSpec['initContainers']).filter((one) => one['restartPolicy'] === 'Always');
  const declared = [...list(podSpec['containers']), ...sidecars].flatMap((container) => list(container['ports']));
  return list(spec['ports']).flatMap((port) => {
    const target = port['targetPort'] ?? port['port'];
    const protocol = port['protocol'] ?? 'TCP';
    const number =
      typeof target === 'number'
        ? target
        : declared.find((one) => one['name'] === target && (one['protocol'] ?? 'TCP') === protocol)?.['containerPort'];
    return number === undefined ? [] : [{ name: port['name'] ?? '', protocol, port: number }];
  });
}

function isEndpoint(pod: Json): boolean {
  const { phase, podIP } = map(pod['status']);
  return phase !== 'Succeeded' && phase !== 'Failed' && typeof podIP === 'string';
}

function labelOf(object: Json): string {
  return String(map(map(object['metadata'])['labels'])['kubernetes.io/service-name']);
}

function nameOf(object: Json): string {
  return String(map(object['metadata'])['name']);
}

function namespaceOf(object: Json): string {
  return String(map(object['metadata'])['namespace']);
}

function map(value: unknown): Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : {};
}

function list(value: unknown): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}
