import type { KubernetesObject } from '../description.ts';
import { MINUTE, time } from '../stable.ts';
import type { Fault } from './fault.ts';

const LOST = 'shop-pool-2';

export const nodeLost: Fault = {
  id: 'node-lost',
  title: `node ${LOST} does not answer`,
  service: { namespace: 'shop', name: 'web' },
  alert: {
    name: 'KubeNodeNotReady',
    severity: 'warning',
    summary: `Node ${LOST} has been unready for 4 minutes; web lost pods.`,
  },
  /** What the node controller does within five minutes: conditions Unknown, taints, pods and endpoints not ready. */
  objects(objects, now) {
    const since = time(now - 4 * MINUTE);
    const lost = objects.filter((object) => object.kind === 'Pod' && nodeOf(object) === LOST);
    const owners = Map.groupBy(lost, (pod) => ownerOf(pod));
    return objects.map((object) => {
      if (object.kind === 'Node' && object.metadata.name === LOST) return unreachable(object, since);
      if (lost.includes(object)) return unready(object, since);
      if (object.kind === 'EndpointSlice') return withoutNode(object);
      const pods = owners.get(object.metadata.uid) ?? owners.get(ownedBy(object, objects)) ?? [];
      return pods.length === 0 || object.kind === 'Pod' ? object : withFewerReady(object, pods.length);
    });
  },
};

type Condition = Readonly<Record<string, unknown>> & { readonly type: string };

function nodeOf(pod: KubernetesObject): unknown {
  return (pod['spec'] as { readonly nodeName?: string }).nodeName;
}

function ownerOf({ metadata }: KubernetesObject): string {
  return (metadata['ownerReferences'] as readonly { readonly uid: string }[] | undefined)?.[0]?.uid ?? '';
}

/** The uid of the ReplicaSet of a Deployment. */
function ownedBy(object: KubernetesObject, objects: readonly KubernetesObject[]): string {
  const set = objects.find((one) => one.kind === 'ReplicaSet' && ownerOf(one) === object.metadata.uid);
  return set?.metadata.uid ?? '';
}

function withConditions(object: KubernetesObject, change: (condition: Condition) => Condition): KubernetesObject {
  const status = object['status'] as { readonly conditions: readonly Condition[] };
  return { ...object, status: { ...status, conditions: status.conditions.map(change) } };
}

function unreachable(node: KubernetesObject, since: string): KubernetesObject {
  const taint = (effect: string) => ({ effect, key: 'node.kubernetes.io/unreachable', timeAdded: since });
  const spec = { ...(node['spec'] as object), taints: [taint('NoSchedule'), taint('NoExecute')] };
  return withConditions({ ...node, spec }, (condition) => ({
    ...condition,
    lastHeartbeatTime: since,
    lastTransitionTime: since,
    message: 'Kubelet stopped posting node status.',
    reason: 'NodeStatusUnknown',
    status: 'Unknown',
  }));
}

function unready(pod: KubernetesObject, since: string): KubernetesObject {
  return withConditions(pod, (condition) =>
    condition.type === 'Ready' ? { ...condition, lastTransitionTime: since, status: 'False' } : condition,
  );
}

function withoutNode(slice: KubernetesObject): KubernetesObject {
  const endpoints = slice['endpoints'] as readonly { readonly nodeName?: string; readonly conditions: object }[] | null;
  const turned = endpoints?.map((endpoint) =>
    endpoint.nodeName === LOST ? { ...endpoint, conditions: { ready: false, serving: false, terminating: false } } : endpoint,
  );
  return { ...slice, endpoints: turned ?? null };
}

function withFewerReady(workload: KubernetesObject, by: number): KubernetesObject {
  const status = workload['status'] as Readonly<Record<string, unknown>>;
  const counts = ['readyReplicas', 'availableReplicas', 'numberReady', 'numberAvailable'].flatMap((key) =>
    typeof status[key] === 'number' ? [[key, Math.max(status[key] - by, 0)] as const] : [],
  );
  return { ...workload, status: { ...status, ...Object.fromEntries(counts) } };
}
