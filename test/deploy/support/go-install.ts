import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

/** Where tools are kept between runs, each version in a folder of its own. */
export const toolsDirectory = join(homedir(), '.cache', 'k8s-svc', 'tools');

/**
 * The path of a program out of a Go module, built once and kept. Go checks the module against its checksum database. Throws
 * an Error that says what to do when there is no Go. Two runs at once both build, and the last one to finish stays.
 */
export function goInstall(name: string, mainPackage: string, version: string, tell: (line: string) => void): string {
  const kept = join(toolsDirectory, `${name}-${version}`, name);
  if (existsSync(kept)) return kept;
  mkdirSync(join(kept, '..'), { recursive: true });
  const building = mkdtempSync(join(toolsDirectory, 'building-'));
  const started = Date.now();
  tell(`building ${name} ${version} (once)`);
  try {
    // Started somewhere else: the go.mod of a folder above must not matter.
    execFileSync('go', ['install', `${mainPackage}@${version}`], {
      cwd: building,
      env: { ...process.env, GOBIN: building, GOFLAGS: '' },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    renameSync(join(building, name), kept);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`${name} is built with Go, which is not here: install it (https://go.dev/dl/), or put ${kept} there.`, {
      cause: error,
    });
  } finally {
    rmSync(building, { recursive: true, force: true });
  }
  tell(`${name} ${version}: built in ${Math.round((Date.now() - started) / 1000)} s`);
  return kept;
}
