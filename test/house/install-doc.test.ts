import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { load } from 'js-yaml';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const doc = read('docs/install.md');

/** Where the sentences that a person reads are written. */
const sources = [...globSync('src/**/*.ts', { cwd: root }), ...globSync('deploy/chart/templates/*', { cwd: root })].map(read);

describe('docs/install.md', () => {
  const errors = [...(doc.split('## When it does not work')[1] ?? '').matchAll(/^\| `(.+?)` +\|/gmu)].map(
    ([, text = '']) => text,
  );

  it('has a table of what goes wrong', () => {
    expect(errors.length).toBeGreaterThan(12);
  });

  it.each(errors)('quotes an error that the program can say: %s', (text) => {
    // Each piece between what differs, in this order, in one source.
    const pieces = text.split('…').filter((piece) => piece.trim() !== '');
    const found = sources.some((source) => {
      let from = 0;
      return pieces.every((piece) => {
        const at = source.indexOf(piece, from);
        from = at + piece.length;
        return at >= 0;
      });
    });
    expect(found).toBe(true);
  });

  it('leads to files that are there', () => {
    const links = [...doc.matchAll(/\]\((?!https?:)([^)#]+)/gu)].map(([, path = '']) => path);
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter((path) => !existsSync(join(root, dirname('docs/install.md'), path)))).toEqual([]);
  });

  it('names values that the chart has', () => {
    const values = load(read('deploy/chart/values.yaml')) as Record<string, unknown>;
    const sections = Object.keys(values).filter((key) => key !== 'config');
    const named = [...doc.matchAll(/`((?:[a-zA-Z]+\.)+[a-zA-Z]+)(?:: [^`]*)?`/gu)].map(([, path = '']) => path);
    const paths = named.filter((path) => sections.includes(path.split('.')[0] ?? ''));
    expect(paths.length).toBeGreaterThan(8);
    const isThere = (path: string) =>
      path.split('.').reduce<unknown>((node, key) => (node as Record<string, unknown> | undefined)?.[key], values) !==
      undefined;
    expect(paths.filter((path) => !isThere(path))).toEqual([]);
  });

  it.each([...doc.matchAll(/`(test\/[\w./-]+\.test\.ts)`: "([^"]+)"/gu)].map(([, file = '', name = '']) => ({ file, name })))(
    '$file has the test "$name" that it names',
    ({ file, name }) => {
      const source = read(file);
      expect(source.includes(`'${name}'`) || source.includes(`"${name}"`)).toBe(true);
    },
  );
});
