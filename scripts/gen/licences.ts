import { writeFile } from 'node:fs/promises';
import { isAllowed, productionPackages } from '../licences/production-packages.ts';

const root = new URL('../../', import.meta.url);

/** `docs/licences.md`. Throws when a licence is not on the list of those that may be shipped. */
export async function gen(): Promise<void> {
  const packages = productionPackages(new URL('package-lock.json', root));
  const refused = packages.filter(({ licence }) => !isAllowed(licence));
  if (refused.length > 0) {
    const names = refused.map(({ name, version, licence }) => `${name}@${version} (${licence || 'no licence'})`).join(', ');
    throw new Error(`Not allowed to be shipped: ${names}. The list is in scripts/licences/production-packages.ts.`);
  }
  const byLicence = Map.groupBy(packages, ({ licence }) => licence);
  const counts = [...byLicence].sort(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1));
  await writeFile(
    new URL('docs/licences.md', root),
    [
      '<!-- Written by `npm run gen` from package-lock.json. -->',
      '',
      '# Licences',
      '',
      'k8s-svc is Apache-2.0. The bundle and the image hold the packages below, or parts of them; their texts are in',
      '`dist/LICENSES.txt`, which `npm run build` writes and the image has at `/app/LICENSES.txt`.',
      '',
      '| licence | packages |',
      '| --- | --- |',
      ...counts.map(([licence, all]) => `| ${licence} | ${all.length} |`),
      '',
      'MPL-2.0 is that of the native package which draws PNG pictures; it stands beside the bundle unchanged, and its source is at',
      '<https://github.com/thx/resvg-js>. OFL-1.1 is that of the font Inter in these pictures. The shapes of the Kubernetes API',
      '(`src/core/manifest/shape/shapes.json`) and the numbers of its fields (`src/read/protobuf/kept-fields.generated.ts`) are cut',
      'from Kubernetes: Copyright The Kubernetes Authors, Apache-2.0.',
      '',
      'A package with any other licence fails `npm run gen` and the test `test/house/licences.test.ts`.',
      '',
      '| package | version | licence |',
      '| --- | --- | --- |',
      ...packages.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`),
      '',
    ].join('\n'),
  );
}
