#!/usr/bin/env node
// The beginning of dist/k8s-svc.js. Chunks that every command needs follow as functions; all others stand packed in the
// comment at the end of this file and are unpacked when they are first needed: Node.js skips a comment, and would
// otherwise parse megabytes (the Kubernetes client, Slack, the page) before it can print the help. `scripts/build.ts`
// puts it together.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(import.meta.url);
const builtin = createRequire(import.meta.url);
const loaded = new Map();
let packed;
let Module;

function unpack(name) {
  packed ??= new Map(
    readFileSync(file, 'latin1')
      .split('\n/*packed\n')[1]
      .split('\n')
      .map((line) => line.split(' ')),
  );
  return builtin('node:zlib')
    .gunzipSync(Buffer.from(packed.get(name), 'base64'))
    .toString('utf8');
}

function requireChunk(name) {
  if (!name.startsWith('./')) return builtin(name);
  let module = loaded.get(name);
  if (module !== undefined) return module.exports;
  const run = always[name];
  module = run === undefined ? emptyModule(name) : { exports: {} };
  // First into the map: chunks may need each other in a circle.
  loaded.set(name, module);
  if (run === undefined) module._compile(unpack(name), module.filename);
  else run(module.exports, requireChunk, module, file, dirname(file));
  return module.exports;
}

/** A module of Node's own, so that its compile cache and its `import()` serve a chunk as they would a file. */
function emptyModule(name) {
  if (Module === undefined) {
    Module = builtin('node:module');
    keepCompiled();
  }
  const module = new Module(`${file}/${name}`);
  // As if it lay beside the bundle: what it looks for there (the fonts) has to be found.
  module.filename = dirname(file) + name.slice(1);
  module.paths = Module._nodeModulePaths(dirname(file));
  module.require = requireChunk;
  return module;
}

/**
 * What V8 made of the chunks is kept for the next start, which saves a tenth of a triage. In the home of the user: in
 * the folder for temporary files, Node's default, somebody else could have put something. Where it cannot be written
 * nothing is kept, and nothing said.
 */
function keepCompiled() {
  const { env } = process;
  if (env.NODE_DISABLE_COMPILE_CACHE) return;
  try {
    const cache = env.XDG_CACHE_HOME || `${builtin('node:os').homedir()}/.cache`;
    Module.enableCompileCache?.(env.NODE_COMPILE_CACHE || `${cache}/k8s-svc/compiled`);
  } catch {
    // A user without a home, as in a container that runs under a number.
  }
}

const always = {/* chunks */};
requireChunk('./k8s-svc.cjs');
