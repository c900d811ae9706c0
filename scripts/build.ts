import { chmod, readFile, rm, stat } from 'node:fs/promises';
import { build } from 'rolldown';

/** Makes `dist/k8s-svc.js`: the package's bin, what the image ships, and nothing beside it is needed at run time. */
await rm('dist', { recursive: true, force: true });
await build({
  input: 'src/bin/k8s-svc.ts',
  platform: 'node',
  transform: { target: 'node20' },
  output: {
    file: 'dist/k8s-svc.js',
    format: 'esm',
    codeSplitting: false,
    keepNames: true,
    minify: true,
    sourcemap: false,
    intro: await readFile('scripts/old-node.mjs', 'utf8'),
  },
  // Packages that their users load only when they are installed.
  external: [/^(bufferutil|utf-8-validate|pino-pretty)$/u],
  logLevel: 'warn',
});
await chmod('dist/k8s-svc.js', 0o755);
const { size } = await stat('dist/k8s-svc.js');
console.log(`dist/k8s-svc.js ${(size / 1024 / 1024).toFixed(1)} MB`);
