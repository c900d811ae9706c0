import type { HorizontalPodAutoscaler } from './kinds/autoscaler.ts';
import type { Namespace, Node } from './kinds/cluster.ts';
import type { EndpointSlice } from './kinds/endpoint-slice.ts';
import type { KubernetesEvent } from './kinds/event.ts';
import type { Gateway, GatewayClass, ReferenceGrant } from './kinds/gateway.ts';
import type { Ingress, IngressClass } from './kinds/ingress.ts';
import type { NetworkPolicy } from './kinds/network-policy.ts';
import type { Pod } from './kinds/pod.ts';
import type { GRPCRoute, HTTPRoute, TLSRoute } from './kinds/route.ts';
import type { Service } from './kinds/service.ts';
import type { DaemonSet, Deployment, ReplicaSet, StatefulSet } from './kinds/workload.ts';

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
}

export type ResourceName = keyof Resources;

export interface ResourceInfo {
  readonly kind: string;
  /** '' is the core group. */
  readonly group: string;
  readonly version: string;
  readonly namespaced: boolean;
}

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
  events: { kind: 'Event', group: '', version: 'v1', namespaced: true },
  horizontalpodautoscalers: { kind: 'HorizontalPodAutoscaler', group: 'autoscaling', version: 'v2', namespaced: true },
  ingresses: { kind: 'Ingress', group: 'networking.k8s.io', version: 'v1', namespaced: true },
  ingressclasses: { kind: 'IngressClass', group: 'networking.k8s.io', version: 'v1', namespaced: false },
  networkpolicies: { kind: 'NetworkPolicy', group: 'networking.k8s.io', version: 'v1', namespaced: true },
};

export const resourceNames = Object.keys(resources) as ResourceName[];

/** "list endpointslices in namespace shop": what an administrator has to grant. */
export function grantFor(resource: string, namespace?: string): string {
  return namespace === undefined ? `list ${resource}` : `list ${resource} in namespace ${namespace}`;
}
