import type { HorizontalPodAutoscaler } from './kinds/autoscaler.ts';
import type { Certificate } from './kinds/certificate.ts';
import type { Namespace, Node } from './kinds/cluster.ts';
import type { EndpointSlice } from './kinds/endpoint-slice.ts';
import type { KubernetesEvent } from './kinds/event.ts';
import type { Gateway, GatewayClass, ReferenceGrant } from './kinds/gateway.ts';
import type { Ingress, IngressClass } from './kinds/ingress.ts';
import type { IPAddressPool, ServiceCIDR } from './kinds/load-balancing.ts';
import type { NetworkPolicy } from './kinds/network-policy.ts';
import type { Pod } from './kinds/pod.ts';
import type { GRPCRoute, HTTPRoute, TLSRoute } from './kinds/route.ts';
import type { Service } from './kinds/service.ts';
import type { CronJob, DaemonSet, Deployment, Job, ReplicaSet, ReplicationController, StatefulSet } from './kinds/workload.ts';

/** Every resource that k8s-svc reads, under its plural as RBAC and kubectl write it. */
export interface Resources {
  readonly namespaces: Namespace;
  readonly nodes: Node;
  readonly services: Service;
  readonly endpointslices: EndpointSlice;
  readonly pods: Pod;
  readonly deployments: Deployment;
  readonly replicasets: ReplicaSet;
  readonly statefulsets: StatefulSet;
  readonly daemonsets: DaemonSet;
  readonly replicationcontrollers: ReplicationController;
  readonly jobs: Job;
  readonly cronjobs: CronJob;
  readonly events: KubernetesEvent;
  readonly horizontalpodautoscalers: HorizontalPodAutoscaler;
  readonly ingresses: Ingress;
  readonly ingressclasses: IngressClass;
  readonly networkpolicies: NetworkPolicy;
  readonly httproutes: HTTPRoute;
  readonly grpcroutes: GRPCRoute;
  readonly tlsroutes: TLSRoute;
  readonly gateways: Gateway;
  readonly gatewayclasses: GatewayClass;
  readonly referencegrants: ReferenceGrant;
  readonly certificates: Certificate;
  readonly ipaddresspools: IPAddressPool;
  readonly servicecidrs: ServiceCIDR;
}

export type ResourceName = keyof Resources;

export interface ResourceInfo {
  readonly kind: string;
  /** '' is the core group. */
  readonly group: string;
  readonly version: string;
  readonly namespaced: boolean;
  /** A cluster need not serve it (a CRD): when it does not, there are none. */
  readonly optional?: true;
  /**
   * Few objects that others point to across namespaces: read everywhere whatever the scope, and in the namespace alone
   * where that is refused.
   */
  readonly wide?: true;
}

const GATEWAY_API = 'gateway.networking.k8s.io';

/** The one table that readers, the Role and the "grant …" sentences are made from. */
export const resources: { readonly [R in ResourceName]: ResourceInfo } = {
  namespaces: { kind: 'Namespace', group: '', version: 'v1', namespaced: false },
  nodes: { kind: 'Node', group: '', version: 'v1', namespaced: false },
  services: { kind: 'Service', group: '', version: 'v1', namespaced: true },
  endpointslices: { kind: 'EndpointSlice', group: 'discovery.k8s.io', version: 'v1', namespaced: true },
  pods: { kind: 'Pod', group: '', version: 'v1', namespaced: true },
  deployments: { kind: 'Deployment', group: 'apps', version: 'v1', namespaced: true },
  replicasets: { kind: 'ReplicaSet', group: 'apps', version: 'v1', namespaced: true },
  statefulsets: { kind: 'StatefulSet', group: 'apps', version: 'v1', namespaced: true },
  daemonsets: { kind: 'DaemonSet', group: 'apps', version: 'v1', namespaced: true },
  replicationcontrollers: { kind: 'ReplicationController', group: '', version: 'v1', namespaced: true },
  jobs: { kind: 'Job', group: 'batch', version: 'v1', namespaced: true },
  cronjobs: { kind: 'CronJob', group: 'batch', version: 'v1', namespaced: true },
  events: { kind: 'Event', group: '', version: 'v1', namespaced: true },
  horizontalpodautoscalers: { kind: 'HorizontalPodAutoscaler', group: 'autoscaling', version: 'v2', namespaced: true },
  ingresses: { kind: 'Ingress', group: 'networking.k8s.io', version: 'v1', namespaced: true },
  ingressclasses: { kind: 'IngressClass', group: 'networking.k8s.io', version: 'v1', namespaced: false },
  networkpolicies: { kind: 'NetworkPolicy', group: 'networking.k8s.io', version: 'v1', namespaced: true },
  // Versions of the Gateway API: the newest that its standard channel serves (TLSRoute: from 1.5 on). A
  // ReferenceGrant is v1 since 1.5 only and still served as v1beta1.
  httproutes: { kind: 'HTTPRoute', group: GATEWAY_API, version: 'v1', namespaced: true, optional: true, wide: true },
  grpcroutes: { kind: 'GRPCRoute', group: GATEWAY_API, version: 'v1', namespaced: true, optional: true, wide: true },
  tlsroutes: { kind: 'TLSRoute', group: GATEWAY_API, version: 'v1', namespaced: true, optional: true, wide: true },
  gateways: { kind: 'Gateway', group: GATEWAY_API, version: 'v1', namespaced: true, optional: true, wide: true },
  gatewayclasses: { kind: 'GatewayClass', group: GATEWAY_API, version: 'v1', namespaced: false, optional: true },
  certificates: { kind: 'Certificate', group: 'cert-manager.io', version: 'v1', namespaced: true, optional: true },
  referencegrants: {
    kind: 'ReferenceGrant',
    group: GATEWAY_API,
    version: 'v1beta1',
    namespaced: true,
    optional: true,
    wide: true,
  },
  ipaddresspools: {
    kind: 'IPAddressPool',
    group: 'metallb.io',
    version: 'v1beta1',
    namespaced: true,
    optional: true,
    wide: true,
  },
  // Served from Kubernetes 1.33 on.
  servicecidrs: { kind: 'ServiceCIDR', group: 'networking.k8s.io', version: 'v1', namespaced: false, optional: true },
};

export const resourceNames = Object.keys(resources) as ResourceName[];

/** "list endpointslices in namespace shop": what an administrator has to grant. */
export function grantFor(resource: string, namespace?: string): string {
  return namespace === undefined ? `list ${resource}` : `list ${resource} in namespace ${namespace}`;
}
