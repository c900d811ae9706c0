import fc from 'fast-check';
import { endpointSlicesFor } from './endpoint-slices.ts';
import type { Json } from './merge-object.ts';
import {
  condition,
  containers,
  labels,
  matching,
  maybe,
  metadata,
  name,
  names,
  nodes,
  pod,
  port,
  time,
  words,
} from './arbitrary-pod.ts';

/** Small clusters of every shape that a pod, a Service and a workload can get into, likely or not. */

const service = fc.record({
  kind: fc.constant('Service'),
  metadata,
  spec: fc.record(
    {
      type: fc.constantFrom('ClusterIP', 'ClusterIP', 'NodePort', 'LoadBalancer', 'ExternalName'),
      selector: matching,
      clusterIP: fc.constantFrom('10.96.0.1', 'None'),
      ports: fc.array(fc.record({ name: fc.constantFrom('http', ''), port: fc.constantFrom(80, 443), targetPort: port }), {
        maxLength: 2,
      }),
      publishNotReadyAddresses: fc.boolean(),
    },
    { requiredKeys: ['type'] },
  ),
});

const workload = fc.record({
  kind: fc.constantFrom('Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet'),
  metadata,
  spec: fc.record({
    replicas: fc.integer({ min: 0, max: 3 }),
    paused: fc.boolean(),
    template: fc.record({ metadata: fc.record({ labels: matching }), spec: fc.record({ containers }) }),
  }),
  status: fc.record({
    replicas: fc.integer({ min: 0, max: 3 }),
    updatedReplicas: fc.integer({ min: 0, max: 3 }),
    desiredNumberScheduled: fc.integer({ min: 0, max: 3 }),
    conditions: fc.array(condition, { maxLength: 2 }),
  }),
});

const event = fc.record({
  kind: fc.constant('Event'),
  metadata: fc.record({ labels }),
  type: fc.constantFrom('Normal', 'Warning'),
  reason: fc.constantFrom('Unhealthy', 'Killing', 'Failed', 'FailedCreate', 'FailedMount', 'ScalingReplicaSet'),
  message: words,
  lastTimestamp: maybe(time),
  involvedObject: fc.record({
    kind: fc.constantFrom('Pod', 'Service', 'ReplicaSet', 'Deployment'),
    name,
    namespace: fc.constant('shop'),
  }),
});

const node = fc.record({
  kind: fc.constant('Node'),
  metadata: fc.record({ labels }),
  status: fc.record({ conditions: fc.array(condition, { maxLength: 1 }) }),
});

/** Whole objects, with the EndpointSlices that the control plane would make of them (or, now and then, without). */
export const arbitraryCluster: fc.Arbitrary<readonly Json[]> = fc
  .record({
    pods: fc.array(pod, { maxLength: 4 }),
    services: fc.array(service, { minLength: 1, maxLength: 2 }),
    workloads: fc.array(workload, { maxLength: 3 }),
    events: fc.array(event, { maxLength: 4 }),
    nodes: fc.array(node, { maxLength: 2 }),
    slices: fc.boolean(),
  })
  .map(({ pods, services, workloads, events, nodes: all, slices }) => {
    const objects = [
      ...[...pods, ...services, ...workloads].map((one, at) => named(one, names[at % names.length] ?? 'web', at)),
      ...events.map((one, at) => named(one, `event-${at}`, at)),
      ...all.map((one, at) => named(one, nodes[at] ?? 'node-1', at)),
      named({ kind: 'Namespace', metadata: {} }, 'shop', 0),
    ];
    return slices ? [...objects, ...endpointSlicesFor(objects)] : objects;
  });

const groups: Readonly<Record<string, string>> = {
  Deployment: 'apps/v1',
  StatefulSet: 'apps/v1',
  DaemonSet: 'apps/v1',
  ReplicaSet: 'apps/v1',
};

function named(object: { readonly kind: string; readonly metadata: object }, own: string, at: number): Json {
  const scoped = object.kind !== 'Node' && object.kind !== 'Namespace';
  return {
    ...object,
    apiVersion: groups[object.kind] ?? 'v1',
    metadata: { ...object.metadata, name: own, uid: `${object.kind}-${at}`, ...(scoped && { namespace: 'shop' }) },
  };
}
