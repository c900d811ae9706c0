import type { Condition } from './condition.ts';
import type { KubernetesObject } from './meta.ts';

export type RouteKind = 'HTTPRoute' | 'GRPCRoute' | 'TLSRoute';

/** `group`, `kind` and `namespace` have the API defaults applied (a Gateway of the route's own namespace). */
export interface ParentRef {
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly sectionName: string | undefined;
  readonly port: number | undefined;
}

/** `group`, `kind`, `namespace` and `weight` have the API defaults applied (a Service of the route's own namespace, 1). */
export interface BackendRef {
  /** The field: `spec.rules[0].backendRefs[1]`. */
  readonly at: string;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
  readonly port: number | undefined;
  readonly weight: number;
}

export interface RouteRule {
  /** What requests it takes, in few words (`/api`, `shop.Cart/Add`); empty when it takes all. */
  readonly matches: readonly string[];
  /** Of the rule itself and of its request mirrors. */
  readonly backendRefs: readonly BackendRef[];
}

/** What one controller says about one parent. */
export interface RouteParentStatus {
  readonly parentRef: ParentRef;
  readonly controllerName: string;
  readonly conditions: readonly Condition[];
  /** The conditions were written for an older generation of the route: they say nothing about what is there now. */
  readonly stale: boolean;
}

/** HTTPRoute, GRPCRoute and TLSRoute in one shape. Source: gateway-api.sigs.k8s.io/reference/spec/ */
export interface Route extends KubernetesObject {
  readonly kind: RouteKind;
  readonly spec: {
    readonly hostnames: readonly string[];
    readonly parentRefs: readonly ParentRef[];
    readonly rules: readonly RouteRule[];
  };
  readonly status: { readonly parents: readonly RouteParentStatus[] };
}

export type HTTPRoute = Route & { readonly kind: 'HTTPRoute' };
export type GRPCRoute = Route & { readonly kind: 'GRPCRoute' };
export type TLSRoute = Route & { readonly kind: 'TLSRoute' };

export const GATEWAY_GROUP = 'gateway.networking.k8s.io';

export function isServiceRef(ref: BackendRef): boolean {
  return ref.group === '' && ref.kind === 'Service';
}

export function isGatewayRef(ref: ParentRef): boolean {
  return ref.group === GATEWAY_GROUP && ref.kind === 'Gateway';
}
