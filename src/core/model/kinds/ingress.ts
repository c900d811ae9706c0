import type { KubernetesObject } from './meta.ts';

export interface IngressBackend {
  readonly service: string;
  readonly port: number | string | undefined;
}

export interface IngressPath {
  /** '' is every host. */
  readonly host: string;
  readonly path: string;
  readonly pathType: string;
  /** undefined when the backend is a resource and not a Service. */
  readonly backend: IngressBackend | undefined;
}

/** Rules are flattened to one row a path. Source: kubernetes.io/docs/concepts/services-networking/ingress/ */
export interface Ingress extends KubernetesObject {
  readonly kind: 'Ingress';
  readonly spec: {
    readonly className: string | undefined;
    readonly defaultBackend: IngressBackend | undefined;
    readonly paths: readonly IngressPath[];
    readonly tlsHosts: readonly string[];
  };
  readonly status: { readonly addresses: readonly string[] };
}

export interface IngressClass extends KubernetesObject {
  readonly kind: 'IngressClass';
  readonly spec: { readonly controller: string };
  readonly isDefault: boolean;
}
