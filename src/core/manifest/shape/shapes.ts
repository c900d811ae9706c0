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
  /** Names of types by `apps/v1/Deployment`. */
  readonly kinds: Readonly<Record<string, string>>;
  readonly types: Readonly<Record<string, Shape>>;
}

export const shapes: Shapes = table;
