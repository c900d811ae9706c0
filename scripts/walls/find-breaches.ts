import { posix } from 'node:path';
import { walls, type Wall } from './rules.ts';

export interface SourceFile {
  /** Path below src/, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

export interface Breach {
  readonly file: string;
  readonly imports: string;
  readonly because: string;
}

const importPattern =
  /(?:^|\n)\s*(?:import|export)\s+(?:[^'"();]*?\s+from\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/gu;

/** Every import that crosses a wall, with the wall's sentence. */
export function findBreaches(files: readonly SourceFile[]): readonly Breach[] {
  return files.flatMap((file) => {
    const wall = wallOf(file.path);
    if (wall === undefined) {
      return [{ file: file.path, imports: '', because: 'every folder of src/ has a row in scripts/walls/rules.ts' }];
    }
    return importsOf(file.text)
      .filter((imported) => !isAllowed(imported, file.path, wall))
      .map((imported) => ({ file: file.path, imports: imported, because: wall.because }));
  });
}

export function importsOf(text: string): readonly string[] {
  return [...text.matchAll(importPattern)].map((match) => match[1] ?? match[2] ?? '');
}

function isAllowed(imported: string, from: string, wall: Wall): boolean {
  if (!imported.startsWith('.')) {
    return wall.packages.some((name) =>
      name === 'node:' ? imported.startsWith(name) : imported === name || imported.startsWith(`${name}/`),
    );
  }
  const target = posix.normalize(posix.join(posix.dirname(from), imported));
  const home = wallOf(target)?.folder;
  return home === wall.folder || wall.folders.some((folder) => home === folder || home?.startsWith(`${folder}/`) === true);
}

function wallOf(path: string): Wall | undefined {
  return walls.filter((wall) => path.startsWith(`${wall.folder}/`)).toSorted((a, b) => b.folder.length - a.folder.length)[0];
}
