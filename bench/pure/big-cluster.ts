/** A dump of `services` Services with three pods each over 50 namespaces; every 125th selects nothing. As JSON. */
export function bigCluster(services: number): string {
  const items: unknown[] = [];
  for (let node = 1; node <= 60; node += 1) {
    items.push({
      apiVersion: 'v1',
      kind: 'Node',
      metadata: { name: `node-${node}` },
      status: { conditions: [{ type: 'Ready', status: 'True' }] },
    });
  }
  for (let namespace = 0; namespace < 50; namespace += 1) {
    items.push({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: `team-${namespace}` }, status: { phase: 'Active' } });
  }
  for (let index = 0; index < services; index += 1) items.push(...oneService(index));
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items });
}

function oneService(index: number): readonly unknown[] {
  const namespace = `team-${index % 50}`;
  const labels = { app: `app-${index}` };
  const broken = index % 125 === 0;
  const created = '2026-01-01T00:00:00Z';
  const meta = (name: string) => ({ name, namespace, uid: `${namespace}/${name}`, creationTimestamp: created });
  const containers = [
    {
      name: 'app',
      image: 'registry.example/app:1',
      ports: [{ name: 'http', containerPort: 8080 }],
      readinessProbe: { httpGet: { port: 'http' } },
    },
  ];
  const pods = [0, 1, 2].map((pod) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      ...meta(`app-${index}-${pod}`),
      labels,
      ownerReferences: [
        { apiVersion: 'apps/v1', kind: 'ReplicaSet', name: `app-${index}-abc`, uid: `rs-${index}`, controller: true },
      ],
    },
    spec: { nodeName: `node-${1 + ((index + pod) % 60)}`, containers },
    status: {
      phase: 'Running',
      podIP: `10.${index % 250}.${pod}.1`,
      conditions: ['Ready', 'ContainersReady', 'PodScheduled', 'Initialized'].map((type) => ({ type, status: 'True' })),
      containerStatuses: [{ name: 'app', ready: true, restartCount: 0, state: { running: { startedAt: created } } }],
    },
  }));
  const template = { metadata: { labels }, spec: { containers } };
  const counts = { replicas: 3, readyReplicas: 3, updatedReplicas: 3, availableReplicas: 3 };
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: meta(`app-${index}`),
      spec: {
        type: 'ClusterIP',
        clusterIP: '10.96.0.1',
        selector: broken ? { app: `ap-${index}` } : labels,
        ports: [{ port: 80, targetPort: 'http', protocol: 'TCP' }],
      },
    },
    {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { ...meta(`app-${index}`), labels },
      spec: { replicas: 3, selector: { matchLabels: labels }, template },
      status: counts,
    },
    {
      apiVersion: 'apps/v1',
      kind: 'ReplicaSet',
      metadata: {
        ...meta(`app-${index}-abc`),
        labels,
        ownerReferences: [{ apiVersion: 'apps/v1', kind: 'Deployment', name: `app-${index}`, uid: 'd', controller: true }],
      },
      spec: { replicas: 3, selector: { matchLabels: labels }, template },
      status: counts,
    },
    ...pods,
    {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      addressType: 'IPv4',
      metadata: {
        ...meta(`app-${index}-slice`),
        labels: {
          'kubernetes.io/service-name': `app-${index}`,
          'endpointslice.kubernetes.io/managed-by': 'endpointslice-controller.k8s.io',
        },
      },
      endpoints: broken
        ? null
        : pods.map((pod) => ({
            addresses: [pod.status.podIP],
            conditions: { ready: true },
            nodeName: pod.spec.nodeName,
            targetRef: { kind: 'Pod', name: pod.metadata.name, namespace, uid: pod.metadata.uid },
          })),
      ports: broken ? null : [{ name: '', port: 8080, protocol: 'TCP' }],
    },
  ];
}
