export type Labels = Readonly<Record<string, string>>;

export interface OwnerReference {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly uid: string;
  readonly controller: boolean;
}

/** Who wrote a field last. Only the entries that a check asks for are kept (see `src/read/project`). */
export interface FieldManager {
  readonly manager: string;
  readonly operation: string;
  /** Epoch milliseconds. */
  readonly time: number | undefined;
  readonly subresource: string | undefined;
}

/** One writer of an object, from `metadata.managedFields`. */
export interface FieldChange extends FieldManager {
  /** What it set last, two levels deep: `spec.selector`, `metadata.labels`. */
  readonly fields: readonly string[];
}

/**
 * The part of `metadata` that answers need. Times are epoch milliseconds. `namespace` is '' for cluster-scoped kinds.
 * Source: kubernetes.io/docs/reference/kubernetes-api/common-definitions/object-meta/
 */
export interface Meta {
  readonly name: string;
  readonly namespace: string;
  readonly uid: string;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly createdAt: number | undefined;
  readonly deletedAt: number | undefined;
  readonly finalizers: readonly string[];
  readonly owners: readonly OwnerReference[];
  /** The manager that set `spec.replicas` last; only on workloads that are scaled to nothing. */
  readonly replicasSetBy?: FieldManager;
  /** Who wrote it, only on Services; absent where the reader got no managedFields (`kubectl get -o yaml` leaves them out). */
  readonly changes?: readonly FieldChange[];
}

export interface KubernetesObject {
  readonly kind: string;
  readonly metadata: Meta;
}

/** Names an object in an answer. `namespace` is absent for cluster-scoped kinds. */
export interface ObjectRef {
  readonly kind: string;
  readonly namespace?: string;
  readonly name: string;
}

/** Names an object where findings are compared for what they are about. */
export function coverKey({ kind, metadata }: KubernetesObject): string {
  return `${kind}/${metadata.namespace}/${metadata.name}`;
}

export function refOf(object: KubernetesObject): ObjectRef {
  const { namespace, name } = object.metadata;
  return namespace === '' ? { kind: object.kind, name } : { kind: object.kind, namespace, name };
}

export function isSame(a: ObjectRef, b: ObjectRef): boolean {
  return a.kind === b.kind && a.namespace === b.namespace && a.name === b.name;
}
