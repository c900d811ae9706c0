import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Locked {
  readonly version?: string;
  readonly integrity?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
}

const read = (path: string): unknown => JSON.parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8'));

it('every package that is shipped is pinned by its content', () => {
  const { packages } = read('package-lock.json') as { readonly packages: Readonly<Record<string, Locked>> };
  const shipped = Object.entries(packages).filter(
    ([path, { dev, link }]) => path.startsWith('node_modules/') && dev !== true && link !== true,
  );
  expect(shipped.length).toBeGreaterThan(20);
  const loose = shipped.filter(([, { version, integrity }]) => version === undefined || integrity === undefined);
  expect(loose.map(([path]) => path)).toEqual([]);
});

it('every version in package.json is exact', () => {
  const { dependencies, devDependencies, optionalDependencies } = read('package.json') as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >;
  const versions = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(versions.filter((version) => !/^(?:\d+\.\d+\.\d+|file:.*)$/u.test(version))).toEqual([]);
});
