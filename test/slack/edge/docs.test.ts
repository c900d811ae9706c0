import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const root = new URL('../../../', import.meta.url);
const docs = ['docs/slack.md', 'docs/access.md'];
const doc = docs.map((file) => readFileSync(new URL(file, root), 'utf8').replaceAll(/\s+/gu, ' ')).join(' ');
const named = [...doc.matchAll(/`(test\/[\w./-]+\.test\.ts)`(?:: "([^"]+)")?/gu)].map(([, file = '', name]) => ({
  file,
  name,
}));

it('the documentation names tests', () => {
  expect(named.length).toBeGreaterThan(25);
});

it.each(named)('$file has the test "$name" that the documentation names', ({ file, name }) => {
  expect(existsSync(new URL(file, root))).toBe(true);
  if (name === undefined) return;
  const source = readFileSync(new URL(file, root), 'utf8');
  expect(source.includes(`'${name}'`) || source.includes(`"${name}"`)).toBe(true);
});
