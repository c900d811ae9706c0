/** An object as it is sent to the API server. */
export interface ManifestObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata: {
    readonly name: string;
    readonly namespace?: string;
    readonly labels?: Readonly<Record<string, string>>;
    readonly annotations?: Readonly<Record<string, string>>;
  };
  readonly spec?: Readonly<Record<string, unknown>>;
  /** EndpointSlices have no spec. */
  readonly [field: string]: unknown;
}

/** An object and the comments that stand before its fields; the path is written as keys: `['spec', 'selector']`. */
export interface CommentedObject {
  readonly object: ManifestObject;
  readonly comments: readonly { readonly at: readonly (string | number)[]; readonly say: string }[];
}
