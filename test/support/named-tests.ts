import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const root = new URL('../../', import.meta.url);

/**
 * For a document that names the tests behind its promises, as `test/…/x.test.ts` or `test/…/x.test.ts`: "name". Each has to be
 * there, and as many of them as `least`.
 */
export function describeNamedTests(path: string, least: number): void {
  const doc = readFileSync(new URL(path, root), 'utf8').replaceAll(/\s+/gu, ' ');
  const named = [...doc.matchAll(/`(test\/[\w./-]+\.test\.ts)`(?:: "([^"]+)")?/gu)].map(([, file = '', name]) => ({
    file,
    name,
  }));

  describe(`the document ${path}`, () => {
    it('names tests', () => {
      expect(named.length).toBeGreaterThanOrEqual(least);
    });

    it.each(named)('names the test "$name" of $file, which is there', ({ file, name }) => {
      expect(existsSync(new URL(file, root))).toBe(true);
      if (name === undefined) return;
      const source = readFileSync(new URL(file, root), 'utf8');
      expect(source.includes(`'${name}'`) || source.includes(`"${name}"`)).toBe(true);
    });
  });
}
