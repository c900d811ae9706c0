/** Objects for a test as YAML documents: healthy Services and broken ones, each with what kubectl would show beside it. */

interface Wish {
  readonly namespace?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

const created = '2026-03-10T08:00:00Z';

function meta(name: string, { namespace = 'shop', annotations }: Wish, labels: Readonly<Record<string, string>> = {}) {
  return {
    name,
    namespace,
    uid: `${namespace}-${name}`,
    creationTimestamp: created,
    labels,
    ...(annotations && { annotations }),
  };
}

function slice(name: string, wish: Wish, addresses: readonly string[]) {
  return {
    apiVersion: 'discovery.k8s.io/v1',
    kind: 'EndpointSlice',
    metadata: meta(`${name}-x`, { namespace: wish.namespace ?? 'shop' }, { 'kubernetes.io/service-name': name }),
    addressType: 'IPv4',
    ports: addresses.length === 0 ? [] : [{ name: '', port: 8080, protocol: 'TCP' }],
    endpoints: addresses.map((address, index) => ({
      addresses: [address],
      conditions: { ready: true },
      nodeName: `node-${index}`,
      targetRef: { kind: 'Pod', name: `${name}-${index}`, namespace: wish.namespace ?? 'shop' },
    })),
  };
}

function service(name: string, wish: Wish, selector: Readonly<Record<string, string>>) {
  return {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: meta(name, wish),
    spec: { type: 'ClusterIP', clusterIP: '10.0.0.9', selector, ports: [{ port: 80, targetPort: 8080 }] },
  };
}

function deployment(name: string, wish: Wish, replicas: number) {
  const labels = { app: name };
  const container = {
    name: 'app',
    image: 'app:1',
    ports: [{ containerPort: 8080 }],
    readinessProbe: { httpGet: { port: 8080, path: '/' } },
  };
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { ...meta(name, { namespace: wish.namespace ?? 'shop' }), generation: 1 },
    spec: {
      replicas,
      selector: { matchLabels: labels },
      template: { metadata: { labels }, spec: { containers: [container] } },
    },
    status: {
      observedGeneration: 1,
      replicas,
      readyReplicas: replicas,
      updatedReplicas: replicas,
      availableReplicas: replicas,
    },
  };
}

function pods(name: string, wish: Wish) {
  return [0, 1].map((index) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: meta(`${name}-${index}`, { namespace: wish.namespace ?? 'shop' }, { app: name }),
    spec: {
      nodeName: `node-${index}`,
      containers: [
        {
          name: 'app',
          image: 'app:1',
          ports: [{ containerPort: 8080 }],
          readinessProbe: { httpGet: { port: 8080, path: '/' } },
        },
      ],
    },
    status: {
      phase: 'Running',
      podIP: `10.1.0.${index}`,
      conditions: [{ type: 'Ready', status: 'True' }],
      containerStatuses: [{ name: 'app', ready: true, restartCount: 0, state: { running: { startedAt: created } } }],
    },
  }));
}

/** Two ready pods answer. */
export function healthy(name: string, wish: Wish = {}): readonly object[] {
  return [
    service(name, wish, { app: name }),
    deployment(name, wish, 2),
    ...pods(name, wish),
    slice(name, wish, ['10.1.0.0', '10.1.0.1']),
  ];
}

/** workload-scaled-to-zero, which explains no-endpoints. */
export function scaledToZero(name: string, wish: Wish = {}): readonly object[] {
  return [service(name, wish, { app: name }), deployment(name, wish, 0), slice(name, wish, [])];
}

/** selector-matches-no-pods, which explains no-endpoints. */
export function selectsNothing(name: string, wish: Wish = {}): readonly object[] {
  return [service(name, wish, { role: `${name}-that-nobody-carries` }), slice(name, wish, [])];
}

/** Objects as `kubectl get -o json` prints a list, with their namespaces and the nodes, so that nothing counts as unread. */
export function dumpOf(...objects: readonly (readonly object[])[]): string {
  const items = objects.flat() as readonly { readonly metadata: { readonly namespace: string } }[];
  const namespaces = [...new Set(items.map((one) => one.metadata.namespace))].map((name) => ({
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, uid: name, labels: { 'kubernetes.io/metadata.name': name } },
    status: { phase: 'Active' },
  }));
  const nodes = ['node-0', 'node-1'].map((name) => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, uid: name, labels: {} },
    spec: {},
    status: { conditions: [{ type: 'Ready', status: 'True' }], addresses: [{ type: 'InternalIP', address: '192.168.0.1' }] },
  }));
  return JSON.stringify({ apiVersion: 'v1', kind: 'List', items: [...items, ...namespaces, ...nodes] });
}
