import type { ClusterDescription, KubernetesObject } from './description.ts';
import { DAY, time, uidOf } from './stable.ts';

const AGE_DAYS = 210;

export function buildNamespaces({ namespaces, now }: ClusterDescription): readonly KubernetesObject[] {
  return namespaces.map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: {
      creationTimestamp: time(now - AGE_DAYS * DAY),
      labels: { 'kubernetes.io/metadata.name': name },
      name,
      uid: uidOf('Namespace', name),
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  }));
}

export function buildNodes({ nodes, now }: ClusterDescription): readonly KubernetesObject[] {
  const condition = (type: string, status: string, reason: string, message: string) => ({
    // The newest time of the dump: ages are counted from it.
    lastHeartbeatTime: time(now),
    lastTransitionTime: time(now - AGE_DAYS * DAY),
    message,
    reason,
    status,
    type,
  });
  return nodes.map(({ name, zone, address, podCIDR }) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      creationTimestamp: time(now - AGE_DAYS * DAY),
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'topology.kubernetes.io/region': zone.replace(/-[a-z]$/, ''),
        'topology.kubernetes.io/zone': zone,
      },
      name,
      uid: uidOf('Node', name),
    },
    spec: { podCIDR, podCIDRs: [podCIDR], providerID: `gce://shop-sample/${zone}/${name}` },
    status: {
      addresses: [
        { address, type: 'InternalIP' },
        { address: name, type: 'Hostname' },
      ],
      allocatable: { cpu: '3920m', memory: '13498412Ki', pods: '110' },
      capacity: { cpu: '4', memory: '16393260Ki', pods: '110' },
      conditions: [
        condition('MemoryPressure', 'False', 'KubeletHasSufficientMemory', 'kubelet has sufficient memory available'),
        condition('DiskPressure', 'False', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'),
        condition('PIDPressure', 'False', 'KubeletHasSufficientPID', 'kubelet has sufficient PID available'),
        condition('Ready', 'True', 'KubeletReady', 'kubelet is posting ready status'),
      ],
      nodeInfo: {
        architecture: 'amd64',
        containerRuntimeVersion: 'containerd://2.1.4',
        kubeletVersion: 'v1.36.3',
        operatingSystem: 'linux',
      },
    },
  }));
}
