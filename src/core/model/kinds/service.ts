import type { Condition } from './condition.ts';
import type { KubernetesObject, Labels } from './meta.ts';

export type Protocol = 'TCP' | 'UDP' | 'SCTP';
export type ServiceType = 'ClusterIP' | 'NodePort' | 'LoadBalancer' | 'ExternalName';

export interface ServicePort {
  /** '' when the port has no name. */
  readonly name: string;
  readonly protocol: Protocol;
  readonly port: number;
  /** The API default (equal to `port`) is applied. */
  readonly targetPort: number | string;
  readonly nodePort: number | undefined;
  readonly appProtocol: string | undefined;
}

export interface LoadBalancerIngress {
  readonly ip: string | undefined;
  readonly hostname: string | undefined;
  /** VIP: packets for the address are taken up in the cluster; Proxy: they go to the load balancer. Set with `ip` only. */
  readonly ipMode?: string;
  /** Ports that the load balancer could not serve: `status.loadBalancer.ingress[].ports[].error`. */
  readonly portErrors: readonly { readonly port: number; readonly protocol: string; readonly error: string }[];
}

/** Source: kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ */
export interface Service extends KubernetesObject {
  readonly kind: 'Service';
  readonly spec: {
    readonly type: ServiceType;
    readonly selector: Labels;
    readonly ports: readonly ServicePort[];
    /** '' before allocation, 'None' for a headless Service. */
    readonly clusterIP: string;
    readonly clusterIPs: readonly string[];
    readonly ipFamilies: readonly string[];
    readonly ipFamilyPolicy: string | undefined;
    readonly externalIPs: readonly string[];
    readonly externalName: string | undefined;
    readonly externalTrafficPolicy: 'Cluster' | 'Local' | undefined;
    readonly internalTrafficPolicy: 'Cluster' | 'Local';
    readonly trafficDistribution: string | undefined;
    readonly healthCheckNodePort: number | undefined;
    readonly loadBalancerClass: string | undefined;
    readonly loadBalancerIP: string | undefined;
    readonly loadBalancerSourceRanges: readonly string[];
    readonly allocateLoadBalancerNodePorts: boolean;
    readonly publishNotReadyAddresses: boolean;
    readonly sessionAffinity: 'None' | 'ClientIP';
    readonly sessionAffinityTimeoutSeconds: number | undefined;
  };
  readonly status: {
    readonly loadBalancer: readonly LoadBalancerIngress[];
    readonly conditions: readonly Condition[];
  };
}

export function isHeadless(service: Service): boolean {
  return service.spec.type === 'ClusterIP' && service.spec.clusterIP === 'None';
}

/** True when the EndpointSlice controller looks for pods. ExternalName ignores its selector. */
export function selectsPods(service: Service): boolean {
  return service.spec.type !== 'ExternalName' && Object.keys(service.spec.selector).length > 0;
}

/** The type as people name it: headless is a word of its own. */
export function serviceTypeName(service: Service): ServiceType | 'Headless' {
  return isHeadless(service) ? 'Headless' : service.spec.type;
}
