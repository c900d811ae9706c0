import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly link?: boolean;
}

const root = new URL('../../', import.meta.url);
const { packages } = JSON.parse(readFileSync(new URL('package-lock.json', root), 'utf8')) as {
  readonly packages: Readonly<Record<string, Locked>>;
};
const all = Object.entries(packages).filter(([path, { link }]) => path.startsWith('node_modules/') && link !== true);
const shipped = all.filter(([, { dev }]) => dev !== true);

/** All of them ask for no more than their notice. */
const allowed = new Set(['MIT', 'Apache-2.0', 'ISC', 'BSD-3-Clause', 'MPL-2.0', 'PSF-2.0', 'Unlicense']);

it('every package that is shipped has a licence that lets us ship it', () => {
  expect(shipped.length).toBeGreaterThan(20);
  const others = shipped.filter(
    ([, { license }]) => license === undefined || !license.split(/ OR |[()]/u).some((one) => allowed.has(one)),
  );
  expect(others.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

it('every package that is shipped is pinned by its content', () => {
  const loose = shipped.filter(([, { version, integrity }]) => version === undefined || integrity === undefined);
  expect(loose.map(([path]) => path)).toEqual([]);
});

it('every version in package.json is exact', () => {
  const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
    readFileSync(new URL('package.json', root), 'utf8'),
  ) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter((version) => !/^(?:\d+\.\d+\.\d+|file:.*)$/u.test(version))).toEqual([]);
});
