import type { ResourceName, Resources } from '../../core/model/resources.ts';
import { projectAutoscaler } from './autoscaler.ts';
import { projectCertificate } from './certificate.ts';
import { projectNamespace, projectNode } from './cluster.ts';
import { projectEndpointSlice } from './endpoint-slice.ts';
import { projectEvent } from './event.ts';
import { projectGateway, projectGatewayClass, projectReferenceGrant } from './gateway.ts';
import { projectIngress, projectIngressClass } from './ingress.ts';
import { projectIPAddressPool, projectServiceCIDR } from './load-balancing.ts';
import { projectNetworkPolicy } from './network-policy.ts';
import { projectPod } from './pod.ts';
import type { Raw } from './raw.ts';
import { projectRoute } from './route.ts';
import { projectService } from './service.ts';
import { projectWorkload } from './workload.ts';

/**
 * JSON of the API to the small objects of the model: only fields that answers use, API defaults applied once. Both
 * readers go through this table, so a dump and a live cluster cannot differ.
 */
export const projections: { readonly [R in ResourceName]: (object: Raw) => Resources[R] } = {
  namespaces: projectNamespace,
  nodes: projectNode,
  services: projectService,
  endpointslices: projectEndpointSlice,
  pods: projectPod,
  deployments: projectWorkload('Deployment'),
  replicasets: projectWorkload('ReplicaSet'),
  statefulsets: projectWorkload('StatefulSet'),
  daemonsets: projectWorkload('DaemonSet'),
  replicationcontrollers: projectWorkload('ReplicationController'),
  jobs: projectWorkload('Job'),
  cronjobs: projectWorkload('CronJob'),
  events: projectEvent,
  horizontalpodautoscalers: projectAutoscaler,
  ingresses: projectIngress,
  ingressclasses: projectIngressClass,
  networkpolicies: projectNetworkPolicy,
  httproutes: projectRoute('HTTPRoute'),
  grpcroutes: projectRoute('GRPCRoute'),
  tlsroutes: projectRoute('TLSRoute'),
  gateways: projectGateway,
  gatewayclasses: projectGatewayClass,
  referencegrants: projectReferenceGrant,
  certificates: projectCertificate,
  ipaddresspools: projectIPAddressPool,
  servicecidrs: projectServiceCIDR,
};
