import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { packChunks } from '../../scripts/bundle/pack-chunks.ts';

const launcher = readFileSync('scripts/bundle/launcher.mjs', 'utf8');
const entry = `
const { greet } = require('./greet-1.cjs');
if (process.argv[2] === 'help') console.log(greet('help'));
else Promise.resolve().then(() => require('./heavy-2.cjs')).then((heavy) => console.log(heavy.say));`;
const chunks = [
  { fileName: 'k8s-svc.cjs', code: entry, isEntry: true, imports: ['greet-1.cjs', 'node:path'] },
  { fileName: 'greet-1.cjs', code: `exports.greet = (name) => '$& ' + name;`, isEntry: false, imports: [] },
  {
    fileName: 'heavy-2.cjs',
    // Its own file's place, a package of Node's own, text beyond ASCII and what would end a comment.
    code: `const { basename, dirname } = require('node:path'); exports.say = ['*/', 'Zürich', basename(__filename), dirname(__filename), typeof require('./greet-1.cjs').greet].join(' ');`,
    isEntry: false,
    imports: ['greet-1.cjs'],
  },
];

function run(file: string, ...argv: string[]): string {
  const env = { ...process.env, XDG_CACHE_HOME: '/dev/null', NODE_COMPILE_CACHE: '' };
  return execFileSync(process.execPath, [file, ...argv], { encoding: 'utf8', env, stdio: 'pipe' }).trim();
}

describe('the bundle', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'bundle-')), 'alone.mjs');
  const packed = packChunks({ chunks, launcher, before: '' });
  writeFileSync(file, packed);

  it('runs alone from an empty folder, whatever is in a chunk, and where nothing can be cached', () => {
    expect(run(file, 'run')).toBe(`*/ Zürich heavy-2.cjs ${dirname(file)} function`);
  });

  it('starts for a user who has no home', () => {
    const homeless = join(mkdtempSync(join(tmpdir(), 'no-home-')), 'home.cjs');
    writeFileSync(homeless, "require('node:os').homedir = () => { throw new Error('uv_os_homedir returned ENOENT'); };");
    const env = { ...process.env, XDG_CACHE_HOME: '', NODE_COMPILE_CACHE: '', NODE_OPTIONS: `--require=${homeless}` };
    expect(execFileSync(process.execPath, [file, 'run'], { encoding: 'utf8', env })).toContain('Zürich');
  });

  it('says the help without unpacking what only commands need', () => {
    const broken = file.replace('alone', 'broken');
    writeFileSync(broken, packed.replace(/^\.\/heavy-2\.cjs .*$/mu, './heavy-2.cjs bm90IGd6aXA='));
    expect(run(broken, 'help')).toBe('$& help');
    expect(() => run(broken, 'run')).toThrow(/incorrect header check/u);
  });
});
