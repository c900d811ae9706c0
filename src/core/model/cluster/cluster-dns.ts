import { countEndpoints } from '../endpoints/endpoint-state.ts';
import { SERVICE_NAME_LABEL, type EndpointSlice } from '../kinds/endpoint-slice.ts';
import type { Node } from '../kinds/cluster.ts';
import type { Labels } from '../kinds/meta.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';
import type { Workload } from '../kinds/workload.ts';
import { isLive, isReady } from '../pods/pod-state.ts';

/** Where the parts of a cluster run that every Service needs. */
export const SYSTEM_NAMESPACE = 'kube-system';

/** The cluster's DNS as kube-system shows it. */
export interface ClusterDns {
  /** kube-dns, or the one that selects k8s-app=kube-dns. */
  readonly service: Service | undefined;
  readonly pods: readonly Pod[];
  readonly readyEndpoints: number;
  /**
   * A cloud may run the DNS outside of the cluster, or as a program of the node, or kube-system was not seen whole: then
   * nothing here is missing for sure.
   */
  readonly mayBeOutside: boolean;
  /** NodeLocal DNSCache answers on each node. */
  readonly onNodes: boolean;
}

export interface SystemObjects {
  readonly services: readonly Service[];
  readonly slices: readonly EndpointSlice[];
  readonly pods: readonly Pod[];
  readonly deployments: readonly Workload[];
  readonly daemonSets: readonly Workload[];
  readonly nodes: readonly Node[];
}

/** What the pods of the DNS carry, whoever installed it. */
export const DNS_PODS: Labels = { 'k8s-app': 'kube-dns' };

/** Source: kubernetes.io/docs/tasks/administer-cluster/dns-debugging-resolution/ */
export function clusterDns({ services, slices, pods, deployments, daemonSets, nodes }: SystemObjects): ClusterDns {
  const service =
    services.find((one) => one.metadata.name === 'kube-dns') ??
    services.find((one) => one.spec.selector['k8s-app'] === 'kube-dns');
  const own = slices.filter((slice) => slice.metadata.labels[SERVICE_NAME_LABEL] === service?.metadata.name);
  const makers = deployments.filter((one) => one.spec.template.labels['k8s-app'] === 'kube-dns');
  const dnsPods = pods.filter((pod) => isDnsPod(pod) && isLive(pod));
  const unseen = (service === undefined && makers.length === 0) || pods.length === 0;
  return {
    service,
    pods: dnsPods,
    // The controller keeps a slice for every selector: without any they were not read, and the pods tell.
    readyEndpoints:
      service === undefined ? 0 : own.length === 0 ? dnsPods.filter(isReady).length : countEndpoints(own).ready.length,
    mayBeOutside: dnsPods.length === 0 && (unseen || nodes.some((node) => mayServeDns(node, makers.length > 0))),
    onNodes: [...daemonSets.map((one) => one.spec.template), ...pods.map((pod) => pod.metadata)].some(({ labels }) =>
      /^node-?local-?dns/u.test(labels['k8s-app'] ?? ''),
    ),
  };
}

export function isDnsPod({ metadata }: Pod): boolean {
  return metadata.labels['k8s-app'] === 'kube-dns';
}

/** GKE has Cloud DNS, for which people scale kube-dns to zero; EKS Auto Mode has a resolver on each node and no Deployment. */
function mayServeDns({ spec }: Node, hasMaker: boolean): boolean {
  return spec.providerID.startsWith('gce://') || (spec.providerID.startsWith('aws://') && !hasMaker);
}
