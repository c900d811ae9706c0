import { copyFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ResourceName } from '../src/core/model/resources.ts';
import { createGoModule } from '../test/cluster/control-plane/go.ts';
import { recordReads, type GoMessages } from './protobuf/record-reads.ts';
import { Table } from './protobuf/table.ts';

/**
 * Writes the table of those fields of Kubernetes' protobuf messages that the projections read:
 *
 *   node scripts/cut-protobuf.ts v0.36.3      # the version of k8s.io/api
 *
 * Run it after a projection has begun to read another field; a test says so. Not part of `npm run gen`, which has to run
 * without Go.
 */
const version = process.argv[2];
if (version === undefined) throw new Error('Give the version of k8s.io/api.');

const module = createGoModule('protobuf');
let go: { readonly kinds: Readonly<Record<string, string>>; readonly messages: GoMessages };
try {
  module.go('get', `k8s.io/api@${version}`);
  copyFileSync(new URL('protobuf/fields.go', import.meta.url), join(module.directory, 'main.go'));
  go = JSON.parse(module.go('run', '-mod=mod', '.')) as typeof go;
} finally {
  module.remove();
}

const table = new Table(go.messages);
const kinds = Object.entries(go.kinds).map(([resource, kind]) => {
  return [resource, table.add(kind, recordReads(resource as ResourceName, kind, go.messages))] as const;
});

const text = `/** Written by scripts/cut-protobuf.ts from the Go types of k8s.io/api ${version}. Do not edit. */

/** The message of each resource that the API server sends as protobuf. */
export const kinds = ${JSON.stringify(Object.fromEntries(kinds), undefined, 2)} as const;

/**
 * Of each message the fields that projections read: number, name in JSON (\`-\`: its fields stand in the object itself) and
 * type, with \`[]\` for a list, \`{}\` for a map of strings to it, and \`?\` where JSON leaves the zero value out.
 */
export const messages = ${JSON.stringify(table.messages, undefined, 2)} as const;
`;
writeFileSync(fileURLToPath(new URL('../src/read/protobuf/kept-fields.generated.ts', import.meta.url)), text);
