import { gzipSync } from 'node:zlib';

export interface Chunk {
  readonly fileName: string;
  readonly code: string;
  readonly isEntry: boolean;
  /** File names of the chunks that it needs at once. */
  readonly imports: readonly string[];
}

export interface Pack {
  /** CommonJS. One of them is the entry. */
  readonly chunks: readonly Chunk[];
  readonly launcher: string;
  /** Runs before the entry. */
  readonly before: string;
}

/** One file out of many chunks: the launcher, the entry with what it needs at once, and the rest packed in a comment. */
export function packChunks({ chunks, launcher, before }: Pack): string {
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  const always = new Set<Chunk>(chunks.filter((chunk) => chunk.isEntry));
  // A Set is walked to its end even while it grows.
  for (const { imports } of always) for (const name of imports) if (byName.has(name)) always.add(byName.get(name) as Chunk);
  const functions = [...always].map(({ fileName, code, isEntry }) => {
    const body = isEntry ? before + code : code;
    return `${JSON.stringify(`./${fileName}`)}(exports, require, module, __filename, __dirname) {\n${body}}`;
  });
  const packed = chunks
    .filter((chunk) => !always.has(chunk))
    .map(({ fileName, code }) => `./${fileName} ${gzipSync(code, { level: 9 }).toString('base64')}`);
  // A function as the replacement: code is full of `$`.
  const start = launcher.replace('/* chunks */', () => functions.join(',\n'));
  return `${start}/*packed\n${packed.join('\n')}\n*/\n`;
}
