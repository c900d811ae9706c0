import { buildSnapshot } from '../model/build-snapshot.ts';
import type { Pod } from '../model/kinds/pod.ts';
import type { Workload } from '../model/kinds/workload.ts';
import { observed, type Observed } from '../model/observed.ts';
import type { Snapshot } from '../model/snapshot.ts';

/**
 * The snapshot of manifests as if the cluster had made their pods: one ready pod for each workload that wants some. So
 * the checks of a Service's selector and ports can run on files alone.
 */
export function asIfApplied(snapshot: Snapshot): Snapshot {
  const lists = {
    services: { everywhere: snapshot.all('services') },
    deployments: { everywhere: snapshot.all('deployments') },
    statefulsets: { everywhere: snapshot.all('statefulsets') },
    daemonsets: { everywhere: snapshot.all('daemonsets') },
    replicasets: { everywhere: snapshot.all('replicasets') },
  };
  const readable: readonly Observed<readonly Workload[]>[] = [
    lists.deployments.everywhere,
    lists.statefulsets.everywhere,
    lists.daemonsets.everywhere,
    lists.replicasets.everywhere,
  ];
  const workloads = readable.flatMap((list) => (list.read ? list.value : []));
  const pods = snapshot.all('pods');
  const expected = workloads.filter(wantsPods).map(expectedPod);
  return buildSnapshot({
    cluster: snapshot.cluster,
    scope: snapshot.scope,
    takenAt: snapshot.takenAt,
    lists: { ...lists, pods: { everywhere: observed([...(pods.read ? pods.value : []), ...expected]) } },
  });
}

/** How many nodes a DaemonSet will run on is not in its manifest; zero replicas are said in a Deployment's. */
function wantsPods(workload: Workload): boolean {
  return workload.kind === 'DaemonSet' || workload.spec.desired > 0;
}

function expectedPod({ kind, metadata, spec }: Workload): Pod {
  const { namespace, name, uid } = metadata;
  return {
    kind: 'Pod',
    metadata: {
      name: `${name}-0`,
      namespace,
      uid: `${kind}/${namespace}/${name}`,
      labels: spec.template.labels,
      annotations: spec.template.annotations,
      createdAt: undefined,
      deletedAt: undefined,
      finalizers: [],
      owners: [{ apiVersion: 'apps/v1', kind, name, uid, controller: true }],
    },
    spec: spec.template.spec,
    status: {
      phase: 'Running',
      reason: '',
      message: '',
      conditions: [{ type: 'Ready', status: 'True', reason: '', message: '', since: undefined }],
      podIPs: [],
      hostIP: undefined,
      startedAt: undefined,
      containers: [],
      initContainers: [],
    },
  };
}
