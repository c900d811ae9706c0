import type { Pod } from '../kinds/pod.ts';
import type { Workload } from '../kinds/workload.ts';

/**
 * The pods of manifests as if a cluster had made them: one ready pod for each workload that wants some, so that a
 * Service's selector and ports can be compared with a template.
 */
export function expectedPods(workloads: readonly Workload[]): readonly Pod[] {
  return workloads.filter(wantsPods).map(expectedPod);
}

/** How many nodes a DaemonSet will run on is not in its manifest; zero replicas are said in a Deployment's. */
function wantsPods(workload: Workload): boolean {
  return workload.kind === 'DaemonSet' || workload.spec.desired > 0;
}

function expectedPod({ kind, metadata, spec }: Workload, index: number): Pod {
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
      // An address of documentation (RFC 5737): without one the pod would be no endpoint.
      podIPs: [`198.51.100.${(index % 254) + 1}`],
      hostIP: undefined,
      startedAt: undefined,
      containers: [],
      initContainers: [],
    },
  };
}
