import { existsSync, readFileSync } from 'node:fs';

const root = new URL('../../', import.meta.url);

export interface NamedTest {
  readonly file: string;
  /** Undefined: the whole file. */
  readonly name: string | undefined;
}

/** The tests that a page of the documentation names, as a path and a name: "name". */
export function testsNamedIn(page: string): readonly NamedTest[] {
  const words = readFileSync(new URL(page, root), 'utf8').replaceAll(/\s+/gu, ' ');
  return [...words.matchAll(/`(test\/[\w./-]+\.test\.ts)`(?:: "([^"]+)")?/gu)].map(([, file = '', name]) => ({ file, name }));
}

export function isThere({ file, name }: NamedTest): boolean {
  const path = new URL(file, root);
  if (!existsSync(path)) return false;
  if (name === undefined) return true;
  const source = readFileSync(path, 'utf8');
  return source.includes(`'${name}'`) || source.includes(`"${name}"`);
}
