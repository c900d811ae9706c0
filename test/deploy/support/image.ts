import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  copyFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { copiedIntoImage, imageEnvironment, instructions } from './dockerfile.ts';
import { root } from './render.ts';

export interface Image {
  /** The root of its file system. */
  readonly directory: string;
  /** A folder in it that anybody may write to, for what a test takes out. It is no part of the image. */
  readonly out: string;
  /** Starts the entry point with these words in this file system and no other, as the user of the image or another. */
  start(words: readonly string[], options?: StartOptions): ChildProcess;
  remove(): void;
}

export interface StartOptions {
  readonly env?: Readonly<Record<string, string>>;
  readonly uid?: number;
}

/**
 * What `docker build` would make, without Docker, which is not everywhere: the build stage in a folder that has only what
 * .dockerignore lets through, then exactly what the final stage copies, beside what the base image has (Node.js with the
 * libraries it is linked to, /etc/passwd). Everything belongs to root and nobody else may write. Needs root, for chroot.
 */
export function buildImage(): Image {
  const build = runBuildStage();
  const directory = mkdtempSync(join(tmpdir(), 'k8s-svc-image-'));
  putBase(directory);
  for (const { from, to } of copiedIntoImage()) {
    const target = join(directory, to.endsWith('/') ? join(to, basename(from)) : to);
    mkdirSync(dirname(target), { recursive: true });
    cpSync(join(build, from), target, { recursive: true, dereference: true });
  }
  execFileSync('chmod', ['-R', 'a-w,a+rX', directory]);
  const out = join(directory, 'out');
  mkdirSync(out);
  chmodSync(out, 0o777);
  rmSync(build, { recursive: true, force: true });
  return {
    directory,
    out,
    start: (words, { env = {}, uid = 65_532 } = {}) =>
      spawn('chroot', [`--userspec=${uid}:${uid}`, directory, '/nodejs/bin/node', '/app/k8s-svc.mjs', ...words], {
        // Nothing of this machine: the image has its own. PATH is for chroot itself.
        env: { PATH: '/usr/sbin:/usr/bin:/sbin:/bin', ...imageEnvironment(), ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      }),
    remove: () => rmSync(directory, { recursive: true, force: true }),
  };
}

function runBuildStage(): string {
  const context = mkdtempSync(join(tmpdir(), 'k8s-svc-build-'));
  const copied = instructions().filter(({ name, words }) => name === 'COPY' && !words.startsWith('--from'));
  for (const path of copied.flatMap(({ words }) => words.split(' ').slice(0, -1))) {
    cpSync(join(root, path), join(context, path), { recursive: true });
  }
  // `npm ci`
  symlinkSync(join(root, 'node_modules'), join(context, 'node_modules'));
  execFileSync(process.execPath, ['scripts/build.ts'], { cwd: context, stdio: 'pipe' });
  // npm does not look through a link.
  writeFileSync(join(context, 'dist/sbom.json'), execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: root }));
  return context;
}

/** Of Node.js and of resvg: the C and C++ libraries, which the base image has. */
function libraries(): ReadonlySet<string> {
  const native = join(root, 'node_modules/@resvg');
  const addons = readdirSync(native, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.node'));
  const linked = execFileSync('ldd', [process.execPath, ...addons.map((path) => join(native, path))], { encoding: 'utf8' });
  return new Set([...linked.matchAll(/(?:=>|^)\s+(\/\S+)/gmu)].map(([, path = '']) => path));
}

/** As in the distroless image: no shell, no package manager, no other program. */
function putBase(directory: string): void {
  const put = (from: string, to = from) => {
    mkdirSync(dirname(join(directory, to)), { recursive: true });
    copyFileSync(from, join(directory, to));
  };
  put(process.execPath, '/nodejs/bin/node');
  for (const library of libraries()) put(library);
  mkdirSync(join(directory, 'etc'), { recursive: true });
  writeFileSync(
    join(directory, 'etc/passwd'),
    'root:x:0:0:root:/root:/sbin/nologin\nnonroot:x:65532:65532:nonroot:/home/nonroot:/sbin/nologin\n',
  );
  mkdirSync(join(directory, 'home/nonroot'), { recursive: true });
  chownSync(join(directory, 'home/nonroot'), 65_532, 65_532);
  for (const file of ['nsswitch.conf', 'hosts']) {
    try {
      writeFileSync(join(directory, 'etc', file), readFileSync(`/etc/${file}`));
    } catch {
      // Not every machine has both.
    }
  }
}
