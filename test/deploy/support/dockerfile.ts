import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));

export interface Instruction {
  readonly name: string;
  readonly words: string;
}

/** The instructions of the Dockerfile, each on one line. */
export function instructions(): readonly Instruction[] {
  return readFileSync(join(root, 'Dockerfile'), 'utf8')
    .replaceAll(/^#.*\n/gmu, '')
    .replaceAll(/\\\n\s*/gu, '')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ name: line.split(' ', 1)[0] ?? '', words: line.slice(line.indexOf(' ') + 1).trim() }));
}

/** Those of the image itself. */
export function finalStage(): readonly Instruction[] {
  const all = instructions();
  return all.slice(all.findLastIndex(({ name }) => name === 'FROM') + 1);
}

export interface Copied {
  /** Below the project. */
  readonly from: string;
  /** Absolute, in the image. A source that is a folder becomes this folder; a file lies in it when it ends with a slash. */
  readonly to: string;
}

/** What the image gets, from where in the project after `npm run build`. */
export function copiedIntoImage(): readonly Copied[] {
  const workdir = finalStage().find(({ name }) => name === 'WORKDIR')?.words ?? '/';
  return finalStage()
    .filter(({ name }) => name === 'COPY')
    .flatMap(({ words }) => {
      const [, ...paths] = words.split(' ');
      const to = paths.at(-1) ?? '';
      return paths.slice(0, -1).map((path) => ({
        from: path.replace('/k8s-svc/', ''),
        to: join(workdir, to) + (to.endsWith('/') && !join(workdir, to).endsWith('/') ? '/' : ''),
      }));
    });
}

/** The environment of the image. */
export function imageEnvironment(): Readonly<Record<string, string>> {
  const pairs = finalStage()
    .filter(({ name }) => name === 'ENV')
    .flatMap(({ words }) => words.split(/\s+/u))
    // The value may have an equals sign of its own.
    .map((pair) => [pair.slice(0, pair.indexOf('=')), pair.slice(pair.indexOf('=') + 1)] as const);
  return Object.fromEntries(pairs);
}
