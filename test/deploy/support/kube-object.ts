/** An object as it is rendered, as far as the tests look at it. */
export interface KubeObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
  };
  readonly rules?: readonly Rule[];
  readonly data?: Readonly<Record<string, string>>;
  readonly automountServiceAccountToken?: boolean;
  readonly subjects?: readonly object[];
  readonly roleRef?: { readonly kind: string; readonly name: string };
  readonly spec?: Spec;
}

export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
  readonly resourceNames?: readonly string[];
}

/** Of every kind that has one. */
interface Spec {
  readonly [field: string]: unknown;
  readonly template?: {
    readonly metadata: {
      readonly labels: Readonly<Record<string, string>>;
      readonly annotations?: Readonly<Record<string, string>>;
    };
    readonly spec: PodSpec;
  };
  readonly ingress?: readonly PolicyRule[];
  readonly egress?: readonly PolicyRule[];
}

export interface PolicyRule {
  readonly ports: readonly { readonly port: number | string; readonly protocol?: string }[];
  readonly from?: readonly object[];
  readonly to?: readonly object[];
}

export interface PodSpec {
  readonly [field: string]: unknown;
  readonly automountServiceAccountToken: boolean;
  readonly terminationGracePeriodSeconds: number;
  readonly containers: readonly Container[];
  readonly volumes?: readonly object[];
}

export interface Container {
  readonly name: string;
  readonly image: string;
  readonly env: readonly { readonly name: string; readonly value?: string; readonly valueFrom?: object }[];
  readonly ports: readonly { readonly name: string; readonly containerPort: number }[];
  readonly securityContext: object;
  readonly resources: object;
  readonly volumeMounts?: readonly { readonly mountPath: string; readonly readOnly?: boolean }[];
  readonly lifecycle?: object;
  readonly startupProbe: { readonly periodSeconds: number; readonly failureThreshold: number };
  readonly livenessProbe: object;
  readonly readinessProbe: object;
}

export function ofKind(objects: readonly KubeObject[], kind: string): readonly KubeObject[] {
  return objects.filter((object) => object.kind === kind);
}

/** The only one of its kind. Throws when there is none, or more. */
export function only(objects: readonly KubeObject[], kind: string): KubeObject & { readonly spec: Spec } {
  const found = ofKind(objects, kind);
  if (found.length !== 1) throw new Error(`There are ${found.length} of ${kind}.`);
  return { spec: {}, ...(found[0] as KubeObject) };
}

/** The pod of the only Deployment, and its only container. */
export function podOf(objects: readonly KubeObject[]): { readonly pod: PodSpec; readonly container: Container } {
  const pod = only(objects, 'Deployment').spec.template?.spec;
  const [container, ...more] = pod?.containers ?? [];
  if (pod === undefined || container === undefined || more.length > 0) throw new Error('The pod has not one container.');
  return { pod, container };
}
