import type { Container, DnsConfig, PodSpec, PodTemplate, Probe } from '../../core/model/kinds/pod.ts';
import {
  array,
  has,
  intOrString,
  number,
  oneOf,
  optionalString,
  raw,
  string,
  stringMap,
  strings,
  unlessZero,
  type Raw,
} from './raw.ts';

export function projectPodSpec(value: unknown): PodSpec {
  const spec = raw(value);
  return {
    containers: array(spec['containers']).map(raw).map(projectContainer),
    initContainers: array(spec['initContainers']).map(raw).map(projectContainer),
    nodeName: optionalString(spec['nodeName']),
    hostNetwork: spec['hostNetwork'] === true,
    hostname: optionalString(spec['hostname']),
    subdomain: optionalString(spec['subdomain']),
    restartPolicy: string(spec['restartPolicy']) || 'Always',
    readinessGates: array(spec['readinessGates']).map((gate) => string(raw(gate)['conditionType'])),
    imagePullSecrets: array(spec['imagePullSecrets']).map((secret) => string(raw(secret)['name'])),
    serviceAccountName: string(spec['serviceAccountName']) || 'default',
    enableServiceLinks: spec['enableServiceLinks'] !== false,
    dnsPolicy: oneOf(
      spec['dnsPolicy'],
      ['ClusterFirst', 'ClusterFirstWithHostNet', 'Default', 'None'] as const,
      'ClusterFirst',
    ),
    dnsConfig: projectDnsConfig(raw(spec['dnsConfig'])),
  };
}

function projectDnsConfig(config: Raw): DnsConfig {
  const ndots = array(config['options'])
    .map(raw)
    .find((option) => option['name'] === 'ndots')?.['value'];
  return {
    nameservers: strings(config['nameservers']),
    searches: strings(config['searches']),
    ndots: string(ndots) === '' || Number.isNaN(Number(string(ndots))) ? undefined : Number(string(ndots)),
  };
}

export function projectPodTemplate(value: unknown): PodTemplate {
  const template = raw(value);
  const metadata = raw(template['metadata']);
  return {
    labels: stringMap(metadata['labels']),
    annotations: stringMap(metadata['annotations']),
    spec: projectPodSpec(template['spec']),
  };
}

function projectContainer(container: Raw): Container {
  const resources = raw(container['resources']);
  return {
    name: string(container['name']),
    image: string(container['image']),
    ports: array(container['ports'])
      .map(raw)
      .map((port) => ({
        name: string(port['name']),
        containerPort: number(port['containerPort'], 0),
        protocol: oneOf(port['protocol'], ['TCP', 'UDP', 'SCTP'], 'TCP'),
        hostPort: unlessZero(port['hostPort']),
      })),
    command: strings(container['command']),
    args: strings(container['args']),
    env: array(container['env'])
      .map(raw)
      .map((entry) => ({ name: string(entry['name']), value: string(entry['value']) })),
    readinessProbe: projectProbe(container['readinessProbe']),
    livenessProbe: projectProbe(container['livenessProbe']),
    startupProbe: projectProbe(container['startupProbe']),
    sidecar: container['restartPolicy'] === 'Always',
    memoryLimit: optionalString(raw(resources['limits'])['memory']),
    memoryRequest: optionalString(raw(resources['requests'])['memory']),
  };
}

/** Defaults as in the Probe API: period 10 s, timeout 1 s, failure threshold 3. */
function projectProbe(value: unknown): Probe | undefined {
  if (!has(value)) return undefined;
  const probe = raw(value);
  const type = (['httpGet', 'tcpSocket', 'grpc', 'exec'] as const).find((one) => has(probe[one])) ?? 'exec';
  const handler = raw(probe[type]);
  return {
    type,
    port: intOrString(handler['port']),
    path: type === 'httpGet' ? string(handler['path']) || '/' : undefined,
    scheme: string(handler['scheme']).toUpperCase() === 'HTTPS' ? 'HTTPS' : 'HTTP',
    initialDelaySeconds: number(probe['initialDelaySeconds'], 0),
    periodSeconds: number(probe['periodSeconds'], 10),
    timeoutSeconds: number(probe['timeoutSeconds'], 1),
    failureThreshold: number(probe['failureThreshold'], 3),
  };
}
