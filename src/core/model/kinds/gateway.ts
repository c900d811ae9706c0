import type { Condition } from './condition.ts';
import type { KubernetesObject } from './meta.ts';

/** A Secret (or another object with a certificate) that a listener names; API defaults applied. */
export interface CertificateRef {
  /** The field: `spec.listeners[0].tls.certificateRefs[0]`. */
  readonly at: string;
  readonly group: string;
  readonly kind: string;
  readonly namespace: string;
  readonly name: string;
}

export interface Listener {
  readonly name: string;
  readonly port: number;
  readonly protocol: string;
  readonly hostname: string | undefined;
  /** API default applied: routes of the Gateway's own namespace. */
  readonly routesFrom: 'All' | 'Selector' | 'Same' | 'None';
  /** Kinds of routes that it takes; empty is what its protocol takes. */
  readonly routeKinds: readonly string[];
  readonly certificateRefs: readonly CertificateRef[];
}

export interface ListenerStatus {
  readonly name: string;
  readonly attachedRoutes: number;
  readonly conditions: readonly Condition[];
}

/** Source: gateway-api.sigs.k8s.io/reference/spec/#gateway */
export interface Gateway extends KubernetesObject {
  readonly kind: 'Gateway';
  readonly spec: { readonly className: string; readonly listeners: readonly Listener[] };
  readonly status: {
    readonly addresses: readonly string[];
    readonly conditions: readonly Condition[];
    readonly listeners: readonly ListenerStatus[];
    /** The conditions were written for an older generation. */
    readonly stale: boolean;
  };
}

export interface GatewayClass extends KubernetesObject {
  readonly kind: 'GatewayClass';
  readonly spec: { readonly controllerName: string };
  readonly status: { readonly conditions: readonly Condition[] };
}

/** Lets objects of other namespaces point into its own. Source: gateway-api.sigs.k8s.io/api-types/referencegrant/ */
export interface ReferenceGrant extends KubernetesObject {
  readonly kind: 'ReferenceGrant';
  readonly spec: {
    readonly from: readonly { readonly group: string; readonly kind: string; readonly namespace: string }[];
    /** `name` undefined is every object of that kind. */
    readonly to: readonly { readonly group: string; readonly kind: string; readonly name: string | undefined }[];
  };
}
