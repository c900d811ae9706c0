import type { KubernetesObject } from './meta.ts';
import type { Protocol } from './service.ts';

export interface Endpoint {
  readonly addresses: readonly string[];
  /** Absent in the API means ready; applied by the reader. */
  readonly ready: boolean;
  readonly serving: boolean;
  readonly terminating: boolean;
  readonly nodeName: string | undefined;
  readonly zone: string | undefined;
  readonly hostname: string | undefined;
  /** Zones whose clients should use it; empty without a hint. */
  readonly hintedZones: readonly string[];
  /** Nodes whose clients should use it; empty without a hint. */
  readonly hintedNodes: readonly string[];
  readonly target:
    | { readonly kind: string; readonly name: string; readonly namespace: string; readonly uid: string }
    | undefined;
}

export interface EndpointSlicePort {
  readonly name: string;
  readonly protocol: Protocol;
  /** Absent means "all ports" by the API; kube-proxy ignores such an entry. */
  readonly port: number | undefined;
}

/** `endpoints: null` and `ports: null` are empty lists here. Source: kubernetes.io/docs/concepts/services-networking/endpoint-slices/ */
export interface EndpointSlice extends KubernetesObject {
  readonly kind: 'EndpointSlice';
  readonly addressType: 'IPv4' | 'IPv6' | 'FQDN';
  readonly endpoints: readonly Endpoint[];
  readonly ports: readonly EndpointSlicePort[];
}

export const SERVICE_NAME_LABEL = 'kubernetes.io/service-name';
export const MANAGED_BY_LABEL = 'endpointslice.kubernetes.io/managed-by';

/** The Service a slice belongs to, by its label; undefined when it carries none (then kube-proxy ignores it). */
export function serviceOfSlice(slice: EndpointSlice): string | undefined {
  return slice.metadata.labels[SERVICE_NAME_LABEL];
}
