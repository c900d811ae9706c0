import { writeFile } from 'node:fs/promises';
import { variables } from '../../src/config/environment.ts';
import { hotSections } from '../../src/config/file-schema.ts';
import { fileJsonSchema, type JsonSchema } from '../../src/config/known-keys.ts';
import { exampleText } from './config-example.ts';
import { configNotes } from './config-notes.ts';

const root = new URL('../../', import.meta.url);

/** The schema, the example and the documentation of the configuration file, all out of src/config/. */
export async function gen(): Promise<void> {
  const schema = { ...fileJsonSchema(), title: 'Configuration file of k8s-svc' };
  await writeFile(new URL('docs/config.schema.json', root), `${JSON.stringify(schema, null, 2)}\n`);
  await writeFile(new URL('deploy/config.example.yaml', root), exampleText());
  await writeFile(new URL('docs/config.md', root), docText());
}

export function docText(): string {
  const hot: readonly string[] = hotSections;
  const sections = Object.entries(fileJsonSchema().properties ?? {}).flatMap(([name, schema]) => {
    const rows = rowsOf(schema, name);
    const [only] = rows;
    if (schema.properties === undefined && rows.length === 1 && only !== undefined) return [];
    const note = hot.includes(name) ? ' Taken over while it runs.' : '';
    return [`## ${name}\n\n${schema.description ?? ''}${note}\n\n${table(rows)}`];
  });
  const single = Object.entries(fileJsonSchema().properties ?? {}).flatMap(([name, schema]) => {
    const rows = rowsOf(schema, name);
    return schema.properties === undefined && rows.length === 1 ? rows : [];
  });
  return [configNotes.head, ...sections, `## Others\n\n${table(single)}`, configNotes.tail].join('\n\n');
}

interface Row {
  readonly key: string;
  readonly schema: JsonSchema;
  readonly required: boolean;
}

/** Every key that holds a value; keys that people choose stand as `ID` or `NAME`, entries of a list as `[]`. */
function rowsOf(schema: JsonSchema, key: string, required = false): readonly Row[] {
  const { properties, items, additionalProperties: more } = schema;
  if (properties !== undefined) {
    return Object.entries(properties).flatMap(([name, one]) =>
      rowsOf(one, `${key}.${name}`, schema.required?.includes(name) === true),
    );
  }
  if (typeof more === 'object' && more.properties !== undefined) return rowsOf(more, `${key}.ID`);
  if (items?.properties !== undefined) return rowsOf(items, `${key}[]`);
  return [{ key, schema, required }];
}

function table(rows: readonly Row[]): string {
  const lines = rows.map(({ key, schema, required }) => {
    const variable = variables.find((one) => one.key.join('.') === key);
    const env = variable === undefined ? '' : `\`${variable.name}=${variable.example}\``;
    const fallback = schema.default === undefined ? (required ? 'must be given' : '') : `\`${JSON.stringify(schema.default)}\``;
    return `| \`${key}\` | ${typeOf(schema)} | ${fallback} | ${schema.description ?? ''} | ${env} |`;
  });
  return ['| key | type | default | meaning | variable |', '| --- | --- | --- | --- | --- |', ...lines].join('\n');
}

function typeOf({ type, enum: values, items, minimum, maximum, additionalProperties: more }: JsonSchema): string {
  if (values !== undefined) return values.map((one) => `\`${String(one)}\``).join(', ');
  if (type === 'array') return items?.enum === undefined ? 'list of texts' : `list of ${typeOf(items)}`;
  if (type === 'object')
    return typeof more === 'object' && more.type === 'array' ? 'map of name to list' : 'map of name to text';
  if (type === 'boolean') return '`true`, `false`';
  const range = minimum === undefined || maximum === undefined || maximum > 1e9 ? '' : `, ${minimum} to ${maximum}`;
  return type === 'string' ? 'text' : `${type === 'integer' ? 'whole number' : 'number'}${range}`;
}
