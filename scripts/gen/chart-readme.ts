import { readFile, writeFile } from 'node:fs/promises';
import { isMap, isScalar, parseDocument, type Node, type Pair } from 'yaml';

const chart = new URL('../../deploy/chart/', import.meta.url);

interface Row {
  readonly key: string;
  readonly value: string;
  readonly text: string;
}

/** The table of values in the chart's README, from the `# --` comments of values.yaml. */
export async function gen(): Promise<void> {
  const document = parseDocument(await readFile(new URL('values.yaml', chart), 'utf8'));
  const rows = isMap(document.contents) ? rowsOf(document.contents.items as readonly Pair<Node, Node>[], '') : [];
  const table = [
    '| value | default | what it is |',
    '| --- | --- | --- |',
    ...rows.map(({ key, value, text }) => `| \`${key}\` | ${value} | ${text} |`),
  ].join('\n');
  const file = new URL('README.md', chart);
  const readme = await readFile(file, 'utf8');
  const filled = readme.replace(
    /<!-- values -->[^]*<!-- \/values -->/u,
    () => `<!-- values -->\n\n${table}\n\n<!-- /values -->`,
  );
  if (!filled.includes(table)) throw new Error('deploy/chart/README.md has no place for the values.');
  await writeFile(file, filled);
}

/** A map with a comment of its own, an empty one or a list is one value; any other map is as many as it holds. */
function rowsOf(pairs: readonly Pair<Node, Node>[], path: string): readonly Row[] {
  return pairs.flatMap(({ key, value }) => {
    const name = isScalar(key) ? String(key.value) : '';
    const text = textOf(key.commentBefore) ?? '';
    if (isMap(value) && value.items.length > 0 && name !== 'resources') {
      // The comment before the first key of a map is kept at the map.
      const [first] = value.items as readonly Pair<Node, Node>[];
      if (first !== undefined && typeof value.commentBefore === 'string') first.key.commentBefore = value.commentBefore;
      return rowsOf(value.items as readonly Pair<Node, Node>[], `${path}${name}.`);
    }
    return [{ key: `${path}${name}`, value: shown(value), text }];
  });
}

function textOf(comment: string | null | undefined): string | undefined {
  const at = comment?.lastIndexOf(' -- ') ?? -1;
  return at < 0
    ? undefined
    : comment
        ?.slice(at + 4)
        .replaceAll(/\s*\n\s*/gu, ' ')
        .replaceAll('|', '\\|');
}

function shown(value: Node | null): string {
  const json = JSON.stringify(value ?? '');
  if (json === '""') return '';
  return json.length > 60 ? 'see `values.yaml`' : `\`${json.replaceAll('|', '\\|')}\``;
}
