import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

/** Pages that say what is promised, each promise with the test that proves it. */
describe.each([
  ['docs/cache.md', 15],
  ['docs/scans.md', 8],
])('%s', (page, atLeast) => {
  const text = readFileSync(new URL(page, root), 'utf8').replaceAll(/\s+/gu, ' ');
  const named = [...text.matchAll(/`(test\/[\w./-]+\.test\.ts)`(?:: "([^"]+)")?/gu)].map(([, file = '', name]) => ({
    file,
    name,
  }));

  it('names tests', () => expect(named.length).toBeGreaterThanOrEqual(atLeast));

  it.each(named)('$file has the test "$name"', ({ file, name }) => {
    expect(existsSync(new URL(file, root))).toBe(true);
    if (name === undefined) return;
    const source = readFileSync(new URL(file, root), 'utf8').replaceAll(/\s+/gu, ' ');
    expect(source.includes(`'${name}'`) || source.includes(`"${name}"`)).toBe(true);
  });
});
