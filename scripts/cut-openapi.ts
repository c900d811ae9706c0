import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FieldType, Shapes } from '../src/core/manifest/shape/shapes.ts';

/**
 * Cuts the shapes of the kinds that are written and reviewed out of the OpenAPI v3 of Kubernetes:
 *
 *   go mod download -json k8s.io/kubernetes@v1.36.3      # Dir is the folder of the module
 *   node scripts/cut-openapi.ts DIR/api/openapi-spec/v3 v1.36.3
 *
 * Not part of `npm run gen`, which has to run without Go.
 */
const [folder, version] = process.argv.slice(2);
if (folder === undefined || version === undefined) throw new Error('Give the folder api/openapi-spec/v3 and the version.');

const wanted: readonly (readonly [string, string, readonly string[]])[] = [
  ['api__v1_openapi.json', 'v1', ['Service', 'Pod']],
  ['apis__apps__v1_openapi.json', 'apps/v1', ['Deployment', 'StatefulSet', 'DaemonSet']],
  ['apis__networking.k8s.io__v1_openapi.json', 'networking.k8s.io/v1', ['Ingress', 'IngressClass', 'NetworkPolicy']],
  ['apis__discovery.k8s.io__v1_openapi.json', 'discovery.k8s.io/v1', ['EndpointSlice']],
];

interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema;
  readonly required?: readonly string[];
  readonly 'x-kubernetes-group-version-kind'?: readonly { group: string; version: string; kind: string }[];
}

const kinds: Record<string, string> = {};
const types: Record<string, { fields: Record<string, FieldType>; required?: readonly string[] }> = {};

for (const [file, apiVersion, names] of wanted) {
  const { components } = JSON.parse(await readFile(join(folder, file), 'utf8')) as {
    components: { schemas: Readonly<Record<string, Schema>> };
  };
  const { schemas } = components;
  for (const kind of names) {
    const [group, number] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion];
    const found = Object.entries(schemas).find(([, schema]) =>
      schema['x-kubernetes-group-version-kind']?.some(
        (one) => one.group === group && one.version === number && one.kind === kind,
      ),
    );
    if (found === undefined) throw new Error(`${file} has no ${apiVersion} ${kind}`);
    kinds[`${apiVersion}/${kind}`] = take(found[0], schemas);
  }
}

const shapes: Shapes = {
  from: `Cut from api/openapi-spec/v3 of k8s.io/kubernetes ${version} by scripts/cut-openapi.ts. Copyright The Kubernetes Authors, Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0).`,
  kinds,
  types,
};
await writeFile(new URL('../src/core/manifest/shape/shapes.json', import.meta.url), `${JSON.stringify(shapes)}\n`);

/** `io.k8s.api.core.v1.ServiceSpec` is `core.ServiceSpec`; the type and all that it refers to are kept. */
function take(full: string, schemas: Readonly<Record<string, Schema>>): string {
  const parts = full.split('.');
  const name = `${parts.at(-3) ?? ''}.${parts.at(-1) ?? ''}`;
  if (types[name] !== undefined) return name;
  const schema = schemas[full] ?? {};
  const fields: Record<string, FieldType> = {};
  const shape: { fields: Record<string, FieldType>; required?: readonly string[] } = { fields };
  types[name] = shape;
  for (const [field, one] of Object.entries(schema.properties ?? {})) {
    // What only the server writes is not looked at.
    if (field === 'status' && schema['x-kubernetes-group-version-kind'] !== undefined) fields[field] = '*';
    else fields[field] = field === 'managedFields' ? '*' : typeOf(one, schemas);
  }
  // A default that the published schema lists as required would be missed in every manifest that relies on it.
  if (schema.required !== undefined) shape.required = schema.required;
  return name;
}

function typeOf(schema: Schema, schemas: Readonly<Record<string, Schema>>): FieldType {
  const ref = schema.$ref ?? schema.allOf?.find((one) => one.$ref !== undefined)?.$ref;
  if (ref !== undefined) {
    const full = ref.split('/').at(-1) ?? '';
    const target = schemas[full];
    if (target?.properties !== undefined) return `@${take(full, schemas)}`;
    if (target?.oneOf !== undefined) return full.endsWith('IntOrString') ? 'integer|string' : 'number|string';
    return target?.type === 'string' ? 'string' : '*';
  }
  if (schema.type === 'array') return `[]${typeOf(schema.items ?? {}, schemas)}`;
  if (schema.type === 'object')
    return schema.additionalProperties === undefined ? '*' : `{}${typeOf(schema.additionalProperties, schemas)}`;
  return schema.type === 'string' || schema.type === 'integer' || schema.type === 'boolean' || schema.type === 'number'
    ? schema.type
    : '*';
}
