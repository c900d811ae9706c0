import type { FieldType, Shape, Shapes } from './shapes.ts';

interface Schema {
  readonly type?: string;
  readonly $ref?: string;
  readonly format?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly required?: readonly string[];
  readonly default?: unknown;
  readonly nullable?: boolean;
  readonly 'x-kubernetes-int-or-string'?: boolean;
  readonly 'x-kubernetes-preserve-unknown-fields'?: boolean;
  readonly 'x-kubernetes-embedded-resource'?: boolean;
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}

/** The OpenAPI v3 of one group and version, as far as it is looked at. */
export interface OpenApiDocument {
  readonly info?: { readonly title?: unknown; readonly version?: unknown };
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
}

type Wanted = (kind: string) => boolean;

/**
 * The shapes of the kinds of one group and version: fields, types and what is required, a fiftieth of the document.
 * Kinds that are not published with their fields are left out. Throws on what is no OpenAPI document.
 */
export function cutShapes(
  { components: { schemas } }: OpenApiDocument,
  apiVersion: string,
  wanted: Wanted,
): Pick<Shapes, 'kinds' | 'types'> {
  const [group, version] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
  const kinds: Record<string, string> = {};
  const types: Record<string, Shape> = {};
  for (const [full, schema] of Object.entries(schemas)) {
    const own = schema['x-kubernetes-group-version-kind']?.filter((one) => one.group === group && one.version === version);
    if (own?.[0] === undefined || !wanted(own[0].kind) || !isApplied(schema)) continue;
    kinds[`${apiVersion}/${own[0].kind}`] = take(full);
  }
  return { kinds, types };

  /** `io.k8s.api.core.v1.ServiceSpec` is `core.ServiceSpec`; the type and all that it refers to are kept. */
  function take(full: string): string {
    const parts = full.split('.');
    const name = `${parts.at(-3) ?? ''}.${parts.at(-1) ?? ''}`;
    keep(name, schemas[full] ?? {}, !/^io\.k8s\.(?:api|apimachinery)\./u.test(full));
    return name;
  }

  function keep(name: string, schema: Schema, custom: boolean): void {
    if (types[name] !== undefined) return;
    const fields: Record<string, FieldType> = {};
    const required = requiredOf(schema, custom);
    types[name] = { fields, ...(required === undefined ? {} : { required }) };
    for (const [field, one] of Object.entries(schema.properties ?? {})) {
      // What only the server writes is not looked at.
      const ofServer =
        field === 'managedFields' || (field === 'status' && schema['x-kubernetes-group-version-kind'] !== undefined);
      fields[field] = ofServer ? '*' : typeOf(one, `${name}.${field}`, custom);
    }
  }

  function typeOf(schema: Schema, name: string, custom: boolean): FieldType {
    const ref = schema.$ref ?? schema.allOf?.find((one) => one.$ref !== undefined)?.$ref;
    if (ref !== undefined) return typeOfNamed(ref.split('/').at(-1) ?? '');
    if (schema['x-kubernetes-int-or-string'] === true) return 'integer|string';
    if (schema['x-kubernetes-preserve-unknown-fields'] === true || schema['x-kubernetes-embedded-resource'] === true)
      return '*';
    if (schema.type === 'array') return `[]${typeOf(schema.items ?? {}, name, custom)}`;
    if (schema.properties !== undefined) {
      // The schema of a custom resource is one tree without names.
      keep(name, schema, custom);
      return `@${name}`;
    }
    if (schema.type === 'object')
      return typeof schema.additionalProperties === 'object' ? `{}${typeOf(schema.additionalProperties, name, custom)}` : '*';
    return schema.type === 'string' || schema.type === 'integer' || schema.type === 'boolean' || schema.type === 'number'
      ? schema.type
      : '*';
  }

  function typeOfNamed(full: string): FieldType {
    // Both are published as text by older API servers, which take numbers all the same.
    if (full.endsWith('.IntOrString')) return 'integer|string';
    if (full.endsWith('.Quantity')) return 'number|string';
    const target = schemas[full];
    if (target?.properties !== undefined) return `@${take(full)}`;
    if (target?.oneOf !== undefined) return 'number|string';
    return target?.type === 'string' ? 'string' : '*';
  }
}

/** Options of calls belong to every group, and lists are only read. */
function isApplied({ properties }: Schema): boolean {
  const { metadata, items } = properties ?? {};
  return metadata !== undefined && items?.type !== 'array';
}

/**
 * A custom resource's defaults are set before it is looked at whether something is missing. Those that Kubernetes
 * publishes of its own types are the zero values of Go ("port: 0") and save nobody from writing the field.
 */
function requiredOf({ required, properties }: Schema, custom: boolean): readonly string[] | undefined {
  if (!custom) return required;
  const needed = required?.filter(
    (field) => properties?.[field]?.default === undefined && properties?.[field]?.nullable !== true,
  );
  return needed === undefined || needed.length === 0 ? undefined : needed;
}
