import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8').replaceAll(/\s+/gu, ' ');

/**
 * Documents that name the tests behind their promises, as `test/…/x.test.ts` or `test/…/x.test.ts`: "name", and how many they
 * name at least.
 */
describe.each([
  ['docs/access.md', 5],
  ['docs/cache.md', 15],
  ['docs/clusters.md', 35],
  ['docs/install.md', 1],
  ['docs/operate.md', 25],
  ['docs/replicas.md', 22],
  ['docs/scans.md', 8],
  ['docs/security.md', 30],
  ['docs/slack.md', 26],
])('%s', (path, least) => {
  const named = [...read(path).matchAll(/`(test\/[\w./-]+\.(?:test|browser)\.ts)`(?:: "([^"]+)")?/gu)].map(
    ([, file = '', name]) => ({ file, name }),
  );

  it('names tests', () => {
    expect(named.length).toBeGreaterThanOrEqual(least);
  });

  it.each(named)('names the test "$name" of $file, which is there', ({ file, name }) => {
    expect(existsSync(new URL(file, root))).toBe(true);
    if (name === undefined) return;
    const source = read(file);
    expect(source.includes(`'${name}'`) || source.includes(`"${name}"`) || source.includes(`\`${name}\``)).toBe(true);
  });
});
