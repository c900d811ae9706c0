import table from './shapes.json' with { type: 'json' };

/** `string`, `integer|string`, `@core.ServiceSpec`, `[]@core.ServicePort`, `{}string`; `*` is anything. */
export type FieldType = string;

export interface Shape {
  readonly fields: Readonly<Record<string, FieldType>>;
  readonly required?: readonly string[];
}

/** The kinds of Kubernetes as its OpenAPI describes them: fields, types, what is required. */
export interface Shapes {
  readonly from: string;
  /** Of Kubernetes: `v1.36.3`, or `1.36` as newer API servers write it. Absent for custom resources, which have none of their own there. */
  readonly version?: string;
  /** Names of types by `apps/v1/Deployment`. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, Shape>>;
}

/** What comes with the program, for where no cluster can be asked. */
export const shapes: Shapes = table;

/**
 * Asks a cluster for the shapes of these `apiVersion`s. Those that could not be had in a moment are missing in what it
 * gives. Throws nothing.
 */
export type ReadShapes = (apiVersions: readonly string[], signal: AbortSignal) => Promise<readonly Shapes[]>;

/** Those by which an object is checked: the cluster's own, else those that come with the program. */
export function shapesFor(
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  own: readonly Shapes[] = [],
): Shapes | undefined {
  return [...own, shapes].find((one) => Object.hasOwn(one.kinds, `${apiVersion}/${kind}`));
}
