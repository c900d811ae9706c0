import type { KubernetesObject } from './meta.ts';

export interface IngressBackend {
  readonly service: string;
  readonly port: number | string | undefined;
}

export interface IngressPath {
  /** The field of its backend: `spec.rules[0].http.paths[1].backend`. */
  readonly at: string;
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
    /** ingressClassName, or the older annotation. */
    readonly className: string | undefined;
    /** The class comes from the annotation kubernetes.io/ingress.class: controllers take it without an IngressClass object. */
    readonly classFromAnnotation: boolean;
    readonly defaultBackend: IngressBackend | undefined;
    readonly paths: readonly IngressPath[];
    /** Hosts of the rules, each once; '' (every host) is left out. */
    readonly hosts: readonly string[];
    readonly tls: readonly { readonly secretName: string | undefined; readonly hosts: readonly string[] }[];
    /** All hosts of `tls`. */
    readonly tlsHosts: readonly string[];
  };
  readonly status: { readonly addresses: readonly string[] };
}

export interface IngressClass extends KubernetesObject {
  readonly kind: 'IngressClass';
  readonly spec: {
    readonly controller: string;
    /** Kind of the parameters object that sets the controller up for this class; undefined when it names none. */
    readonly parametersKind: string | undefined;
  };
  readonly isDefault: boolean;
}
