import type { AppDescription, ClusterDescription, KubernetesObject } from './description.ts';
import { podLabels, podSpec } from './pod-template.ts';
import { podStatus } from './pod-status.ts';
import { DAY, MINUTE, numberOf, suffixOf, time, uidOf } from './stable.ts';

/** The pods of a workload, spread over the nodes. `owner` is the ReplicaSet, StatefulSet or DaemonSet. */
export function buildPods(
  app: AppDescription,
  owner: KubernetesObject,
  { nodes, now }: ClusterDescription,
): readonly KubernetesObject[] {
  const isReady = app.unreadySinceMinutes === undefined;
  const started = now - (isReady ? app.ageDays * DAY : (app.unreadySinceMinutes ?? 0) * MINUTE);
  const isStateful = owner.kind === 'StatefulSet';
  const firstNode = owner.kind === 'DaemonSet' ? 0 : numberOf(nodes.length, app.namespace, app.name);
  return Array.from({ length: app.replicas }, (_, index) => {
    const name = `${owner.metadata.name}-${isStateful ? index : suffixOf(5, app.namespace, app.name, String(index))}`;
    const node = nodes[(firstNode + index) % nodes.length];
    if (node === undefined) throw new Error('A cluster needs a node.');
    const ip =
      app.hostNetwork === true ? node.address : node.podCIDR.replace('0/24', String(2 + numberOf(250, app.namespace, name)));
    const uid = uidOf('Pod', app.namespace, name);
    const isPlaced = app.trouble?.kind !== 'unschedulable';
    return {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: {
        creationTimestamp: time(started),
        generateName: `${owner.metadata.name}-`,
        labels: { ...podLabels(app), ...ownerLabels(owner, name) },
        name,
        namespace: app.namespace,
        ownerReferences: [
          {
            apiVersion: 'apps/v1',
            blockOwnerDeletion: true,
            controller: true,
            kind: owner.kind,
            name: owner.metadata.name,
            uid: owner.metadata.uid,
          },
        ],
        uid,
      },
      spec: {
        ...podSpec(app),
        enableServiceLinks: true,
        ...(isStateful ? { hostname: name, subdomain: app.serviceName } : {}),
        ...(isPlaced ? { nodeName: node.name } : {}),
        serviceAccountName: 'default',
      },
      status: podStatus(app, { name, uid, ip, hostIP: node.address, started, now }),
    };
  });
}

function ownerLabels(owner: KubernetesObject, pod: string): Readonly<Record<string, string>> {
  if (owner.kind === 'StatefulSet')
    return { 'apps.kubernetes.io/pod-index': pod.split('-').at(-1) ?? '', 'statefulset.kubernetes.io/pod-name': pod };
  if (owner.kind === 'ReplicaSet') return { 'pod-template-hash': owner.metadata.name.split('-').at(-1) ?? '' };
  return { 'controller-revision-hash': suffixOf(10, owner.metadata.uid), 'pod-template-generation': '1' };
}
