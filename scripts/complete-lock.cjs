'use strict';
// Run after a package was added: `node scripts/complete-lock.cjs`.
// npm leaves a binary for another platform out of the lock file when its registry does not have it at that moment, and
// `npm ci` then refuses the lock file everywhere. This adds what is missing: name, version and platform; npm checks the
// integrity of what it knows and skips what is for another platform.
const { readFileSync, writeFileSync } = require('node:fs');

const platforms = {
  android: 'android',
  darwin: 'darwin',
  freebsd: 'freebsd',
  linux: 'linux',
  openharmony: 'openharmony',
  win32: 'win32',
};
const processors = {
  arm: 'arm',
  arm64: 'arm64',
  ia32: 'ia32',
  ppc64: 'ppc64',
  riscv64: 'riscv64',
  s390x: 's390x',
  x64: 'x64',
  wasm32: 'wasm32',
};

function platformOf(name) {
  const parts = name.split(/[/-]/);
  const os = parts.find((part) => part in platforms);
  const cpu = parts.find((part) => part in processors);
  if (cpu === undefined) return undefined;
  const libc = parts.includes('musl') ? ['musl'] : parts.includes('gnu') ? ['glibc'] : undefined;
  return { cpu: [cpu], ...(os === undefined ? {} : { os: [os] }), ...(libc === undefined ? {} : { libc }) };
}

/** The entry that Node would find for `name` from the folder `from`: beside it, or in a folder above. */
function find(packages, from, name) {
  const folders = from.split(/(?=\/node_modules\/)/);
  for (let depth = folders.length; depth > 0; depth -= 1) {
    const found = packages[`${folders.slice(0, depth).join('')}/node_modules/${name}`];
    if (found !== undefined) return found;
  }
  return packages[`node_modules/${name}`];
}

const lock = JSON.parse(readFileSync('package-lock.json', 'utf8'));
let added = 0;
for (const [path, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const platform = platformOf(name);
    const there = find(lock.packages, path, name);
    if (platform === undefined || (there !== undefined && there.version === version) || !/^\d/.test(version)) continue;
    const top = `node_modules/${name}`;
    const key = lock.packages[top] === undefined ? top : `${path}/node_modules/${name}`;
    lock.packages[key] = { version, ...platform, ...(entry.dev === true ? { dev: true } : {}), optional: true };
    added += 1;
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync('package-lock.json', `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${added} entries added`);
