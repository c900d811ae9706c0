import { readdir, readFile } from 'node:fs/promises';
import { relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { SourceFile } from './find-breaches.ts';

const src = fileURLToPath(new URL('../../src/', import.meta.url));

/** Every TypeScript file below src/. */
export async function readSources(): Promise<readonly SourceFile[]> {
  const entries = await readdir(src, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => `${entry.parentPath}${sep}${entry.name}`);
  return Promise.all(
    paths.map(async (path) => ({ path: relative(src, path).split(sep).join('/'), text: await readFile(path, 'utf8') })),
  );
}
