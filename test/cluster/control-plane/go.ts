import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A scratch Go module: the programs are its dependencies, so that Go fetches and checks them as it does any other. */
export interface GoModule {
  readonly directory: string;
  /** Runs `go ARGS` in the module and gives what it prints. What Go says while it works goes to the person. */
  go(...args: readonly string[]): string;
  /** Builds one main package to `file`. The file appears whole or not at all, also when two builds run at once. */
  build(mainPackage: string, file: string, linkerFlags?: string): void;
  remove(): void;
}

export function hasGo(): boolean {
  try {
    execFileSync('go', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

export function createGoModule(name: string): GoModule {
  const directory = mkdtempSync(join(tmpdir(), `k8s-svc-${name}-`));
  const go = (...args: readonly string[]) =>
    execFileSync('go', args, {
      cwd: directory,
      encoding: 'utf8',
      env: { ...process.env, CGO_ENABLED: '0' },
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  go('mod', 'init', `k8s-svc.test/${name}`);
  return {
    directory,
    go,
    build(mainPackage, file, linkerFlags = '') {
      const unfinished = `${file}.${process.pid}`;
      go(
        'build',
        '-mod=mod',
        '-trimpath',
        '-buildvcs=false',
        '-ldflags',
        `-s -w ${linkerFlags}`,
        '-o',
        unfinished,
        mainPackage,
      );
      renameSync(unfinished, file);
    },
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}
