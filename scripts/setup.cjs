'use strict';
// Installs the packages when they are missing or older than the lock file, so that `npm start` and `npm test` are enough.
// Plain CommonJS in old syntax on purpose: it has to run under whatever Node.js is in PATH.
const { statSync } = require('node:fs');
const { spawnSync } = require('node:child_process');

function changedAt(file) {
  try {
    return statSync(file).mtimeMs;
  } catch {
    return 0;
  }
}

if (changedAt('node_modules/.package-lock.json') < changedAt('package-lock.json')) {
  console.error('Installing packages (once, about 20 seconds)…');
  const windows = process.platform === 'win32';
  const npm = spawnSync('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: 'inherit', shell: windows });
  if (npm.status !== 0) {
    console.error('npm ci did not finish. Is the package registry reachable? Run `npm ci` to see the whole message.');
    process.exit(npm.status === null ? 1 : npm.status);
  }
}
