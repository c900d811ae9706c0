import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'js-yaml';

/**
 * Cuts JSON Schemas for the kinds that the chart and the Kustomize base write, one file a kind, so that kubeconform
 * needs no network. A field that Kubernetes does not know is refused.
 *
 *   go mod download -json k8s.io/kubernetes@v1.36.3                                      # Dir is the folder of the module
 *   go mod download -json github.com/prometheus-operator/prometheus-operator@v0.92.0
 *   node scripts/cut-deploy-schemas.ts DIR-OF-KUBERNETES DIR-OF-PROMETHEUS-OPERATOR
 *
 * Not part of `npm run gen`, which has to run without Go. Both are Apache-2.0.
 */
type Schema = Record<string, unknown>;

const kinds: Readonly<Record<string, readonly string[]>> = {
  api__v1: ['ConfigMap', 'Namespace', 'Service', 'ServiceAccount'],
  apis__apps__v1: ['Deployment'],
  apis__autoscaling__v2: ['HorizontalPodAutoscaler'],
  'apis__networking.k8s.io__v1': ['Ingress', 'NetworkPolicy'],
  apis__policy__v1: ['PodDisruptionBudget'],
  'apis__rbac.authorization.k8s.io__v1': ['ClusterRole', 'ClusterRoleBinding', 'Role', 'RoleBinding'],
};

const [kubernetes, operator] = process.argv.slice(2);
if (kubernetes === undefined || operator === undefined) throw new Error('Give the folders of both modules.');
const folder = new URL('../test/deploy/schemas/', import.meta.url);
await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });

for (const [file, names] of Object.entries(kinds)) {
  const path = join(kubernetes, 'api/openapi-spec/v3', `${file}_openapi.json`);
  const { components } = JSON.parse(await readFile(path, 'utf8')) as { components: { schemas: Record<string, Schema> } };
  for (const kind of names) await write(`${kind}-${suffixOf(file)}`, cut(components.schemas, kind));
}
const crd = load(
  await readFile(join(operator, 'example/prometheus-operator-crd/monitoring.coreos.com_servicemonitors.yaml'), 'utf8'),
) as { spec: { versions: readonly { schema: { openAPIV3Schema: Schema } }[] } };
await write('ServiceMonitor-monitoring-v1', strict(crd.spec.versions[0]?.schema.openAPIV3Schema ?? {}) as Schema);

/** One kind with all that it refers to. */
function cut(schemas: Readonly<Record<string, Schema>>, kind: string): Schema {
  const root = Object.keys(schemas).find((name) => name.startsWith('io.k8s.api.') && name.endsWith(`.${kind}`));
  if (root === undefined) throw new Error(`There is no ${kind}.`);
  const definitions: Record<string, unknown> = {};
  const take = (name: string): void => {
    if (name in definitions) return;
    definitions[name] = strict(schemas[name] ?? {});
    for (const [, next = ''] of JSON.stringify(definitions[name]).matchAll(/#\/definitions\/([^"]+)/gu)) take(next);
  };
  take(root);
  return { $ref: `#/definitions/${root}`, definitions };
}

/** Without texts; closed to unknown fields; what is either a number or text is said as JSON Schema says it. */
function strict(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(strict);
  if (typeof node !== 'object' || node === null) return node;
  const schema = node as Schema;
  if (typeof schema['$ref'] === 'string') return { $ref: schema['$ref'].replace('#/components/schemas/', '#/definitions/') };
  if (schema['x-kubernetes-int-or-string'] === true || schema['format'] === 'int-or-string')
    return { type: ['integer', 'string'] };
  const kept = Object.fromEntries(
    Object.entries(schema).flatMap(([key, value]): [string, unknown][] => {
      if (['description', 'default', 'format'].includes(key) && !isNamed(value)) return [];
      if (key.startsWith('x-kubernetes-')) return [];
      if (key === 'properties')
        return [[key, Object.fromEntries(Object.entries(value as Schema).map(([name, one]) => [name, strict(one)]))]];
      return [[key, strict(value)]];
    }),
  );
  const open = 'additionalProperties' in kept || schema['x-kubernetes-preserve-unknown-fields'] === true;
  return 'properties' in kept && !open ? { ...kept, additionalProperties: false } : kept;
}

function isNamed(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** As kubeconform names it: the version, and before it the first word of the group. */
function suffixOf(file: string): string {
  return file.replace(/^apis?__/u, '').replace(/^([^._]+)[^_]*__/u, '$1-');
}

async function write(name: string, schema: Schema): Promise<void> {
  await writeFile(new URL(`${name.toLowerCase()}.json`, folder), `${JSON.stringify(schema)}\n`);
}
