import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { cutShapes, type OpenApiDocument } from '../src/core/manifest/shape/cut-shapes.ts';
import type { Shape, Shapes } from '../src/core/manifest/shape/shapes.ts';

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

const kinds: Record<string, string> = {};
const types: Record<string, Shape> = {};

for (const [file, apiVersion, names] of wanted) {
  const document = JSON.parse(await readFile(join(folder, file), 'utf8')) as OpenApiDocument;
  const cut = cutShapes(document, apiVersion, (kind) => names.includes(kind));
  for (const kind of names)
    if (cut.kinds[`${apiVersion}/${kind}`] === undefined) throw new Error(`${file} has no ${apiVersion} ${kind}`);
  Object.assign(kinds, cut.kinds);
  Object.assign(types, cut.types);
}

const shapes: Shapes = {
  from: `Cut from api/openapi-spec/v3 of k8s.io/kubernetes ${version} by scripts/cut-openapi.ts. Copyright The Kubernetes Authors, Apache License 2.0 (https://www.apache.org/licenses/LICENSE-2.0).`,
  version,
  kinds,
  types,
};
await writeFile(new URL('../src/core/manifest/shape/shapes.json', import.meta.url), `${JSON.stringify(shapes)}\n`);
