import {
  deploymentOf,
  faultOf,
  nameOf,
  namespaceOf,
  namespaces,
  nodes,
  serviceOf,
  type ManyServices,
} from '../live/shop-of-many.ts';

type Json = Readonly<Record<string, unknown>>;

/** Who wrote which field, as the API server keeps it: about half of the bytes of a pod. */
const managedFields = ['kubelet', 'kube-controller-manager', 'kubectl'].map((manager) => ({
  manager,
  operation: 'Update',
  apiVersion: 'v1',
  time: '2026-01-01T00:00:00Z',
  fieldsType: 'FieldsV1',
  fieldsV1: { 'f:spec': Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`f:field-of-${manager}-${at}`, {}])) },
}));
const created = '2026-01-01T00:00:00Z';

/** What an API server has after the controllers and kubelets have done their part, without one. */
export function wholeCluster(of: ManyServices): readonly Json[] {
  const all = [...namespaces(), ...nodes(of).map((node) => ({ ...node, status: ready }))] as Json[];
  for (let index = 0; index < of.services; index += 1) all.push(...around(index, of));
  return all;
}

const ready = { conditions: [{ type: 'Ready', status: 'True', reason: 'KubeletReady', lastHeartbeatTime: created }] };

function around(index: number, of: ManyServices): readonly Json[] {
  const [name, namespace, fault] = [nameOf(index), namespaceOf(index), faultOf(index, of)];
  const service = serviceOf(index, of) as { metadata: Json; spec: Json };
  const deployment = deploymentOf(index, of) as { metadata: Json; spec: { template: { metadata: Json; spec: Json } } };
  const { template } = deployment.spec;
  const counts = { replicas: 3, readyReplicas: 3, updatedReplicas: 3, availableReplicas: 3, observedGeneration: 1 };
  const meta = (own: string, more: Json = {}) => ({
    name: own,
    namespace,
    uid: `${namespace}-${own}`,
    resourceVersion: String(1_000 + index),
    generation: 1,
    creationTimestamp: created,
    managedFields,
    ...more,
  });
  const owner = (kind: string, own: string) => [
    { apiVersion: 'apps/v1', kind, name: own, uid: `${namespace}-${own}`, controller: true },
  ];
  const labels = { ...(template.metadata['labels'] as Json), 'pod-template-hash': 'abc' };
  const isReady = fault !== 'readiness-probe-failing';
  const pods = [0, 1, 2].map((at) => pod(index, at));
  const address = `10.96.${Math.floor(index / 250)}.${1 + (index % 250)}`;
  const isSelected = fault !== 'selector-label-typo';
  return [
    {
      ...service,
      metadata: meta(name, { labels: service.metadata['labels'] }),
      spec: { ...service.spec, clusterIP: address, clusterIPs: [address] },
      status: { loadBalancer: {} },
    },
    { ...deployment, metadata: meta(name, { labels: deployment.metadata['labels'] }), status: counts },
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: meta(`${name}-abc`, { labels, ownerReferences: owner('Deployment', name) }),
      spec: { ...deployment.spec, template: { ...template, metadata: { ...template.metadata, labels } } },
      status: counts,
    },
    ...pods,
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      addressType: 'IPv4',
      metadata: meta(`${name}-x7k2p`, {
        labels: {
          'kubernetes.io/service-name': name,
          'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
        },
        ownerReferences: [{ apiVersion: 'v1', kind: 'Service', name, uid: `${namespace}-${name}`, controller: true }],
      }),
      endpoints: isSelected
        ? pods.map((one) => ({
            addresses: [one.status.podIP],
            conditions: { ready: isReady, serving: isReady, terminating: false },
            nodeName: one.spec.nodeName,
            zone: 'zone-a',
            targetRef: { kind: 'Pod', name: one.metadata.name, namespace, uid: one.metadata.uid },
          }))
        : null,
      ports: isSelected ? [{ name: 'http', port: 8080, protocol: 'TCP' }] : null,
    },
  ];

  function pod(which: number, at: number) {
    const status = isReady ? 'True' : 'False';
    const image = `registry.example/${name}:1.4.${which % 10}`;
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: meta(`${name}-abc-${at}`, {
        labels,
        annotations: template.metadata['annotations'],
        ownerReferences: owner('ReplicaSet', `${name}-abc`),
      }),
      spec: { ...template.spec, nodeName: `bench-${(which + at) % 60}`, serviceAccountName: 'default' },
      status: {
        phase: 'Running',
        podIP: `10.${128 + Math.floor(which / 250)}.${which % 250}.${1 + at}`,
        hostIP: `10.1.0.${1 + ((which + at) % 60)}`,
        startTime: created,
        conditions: ['PodReadyToStartContainers', 'Initialized', 'Ready', 'ContainersReady', 'PodScheduled'].map((type) => ({
          type,
          status: type.endsWith('Ready') ? status : 'True',
          lastTransitionTime: created,
        })),
        containerStatuses: [
          {
            name: 'app',
            image,
            imageID: `${image}@sha256:${'0f'.repeat(32)}`,
            containerID: `containerd://${which}-${at}`,
            ready: isReady,
            started: true,
            restartCount: 0,
            state: { running: { startedAt: created } },
          },
        ],
      },
    };
  }
}
