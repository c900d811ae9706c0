import { chmod, cp, mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { build } from 'rolldown';
import { packChunks } from './bundle/pack-chunks.ts';
import { licenceTexts } from './licences/licence-texts.ts';

/**
 * Makes `dist/k8s-svc.js`: the package's bin and what the image ships. Nothing beside it is needed at run time but for
 * pictures as PNG: the native package @resvg/resvg-js, and the font in `dist/fonts`.
 */
await rm('dist', { recursive: true, force: true });
const { output } = await build({
  input: 'src/bin/k8s-svc.ts',
  platform: 'node',
  transform: { target: 'node20' },
  write: false,
  output: {
    format: 'cjs',
    entryFileNames: '[name].cjs',
    chunkFileNames: '[name]-[hash].cjs',
    keepNames: true,
    minify: true,
    sourcemap: false,
  },
  // Packages that their users load only when they are installed, and a native one.
  external: [/^(@resvg\/resvg-js|bufferutil|utf-8-validate|pino-pretty)$/u],
  logLevel: 'warn',
});
await mkdir('dist/fonts', { recursive: true });
await writeFile(
  'dist/k8s-svc.js',
  packChunks({
    chunks: output.filter((one) => one.type === 'chunk'),
    launcher: await readFile('scripts/bundle/launcher.mjs', 'utf8'),
    before: await readFile('scripts/bundle/old-node.cjs', 'utf8'),
  }),
);
// Without a font all words would be missing from a PNG, and the machine need not have one.
const inter = 'node_modules/@expo-google-fonts/inter';
await cp(`${inter}/400Regular/Inter_400Regular.ttf`, 'dist/fonts/Inter_400Regular.ttf');
await cp(`${inter}/700Bold/Inter_700Bold.ttf`, 'dist/fonts/Inter_700Bold.ttf');
await cp(`${inter}/LICENSE_FONT`, 'dist/fonts/LICENSE');
await writeFile('dist/LICENSES.txt', licenceTexts('.'));
await chmod('dist/k8s-svc.js', 0o755);
const { size } = await stat('dist/k8s-svc.js');
console.log(`dist/k8s-svc.js ${(size / 1024 / 1024).toFixed(1)} MB`);
