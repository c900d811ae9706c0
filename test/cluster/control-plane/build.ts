/**
 * Builds the programs of a control plane from their Go modules into one folder.
 * Usage: node test/cluster/control-plane/build.ts [DIR]. Cold it takes about ten minutes on two cores and 3 GB of Go
 * caches; a program that is already there is not built again.
 */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ensureCustomResources } from './custom-resources.ts';
import { createGoModule, hasGo } from './go.ts';
import { buildKubernetes } from './kubernetes-module.ts';
import { cacheDirectory, missingPrograms, programNames, versions } from './programs.ts';
import type { ProgramName } from './programs.ts';
import { main } from './main.ts';

type Tell = (line: string) => void;

/**
 * The folder that holds every program: KUBEBUILDER_ASSETS when it is complete, else the cache, where what is missing is
 * built. Throws an Error that says what is missing when it cannot be built.
 */
export function ensurePrograms(tell: Tell): string {
  const assets = process.env['KUBEBUILDER_ASSETS'];
  if (assets !== undefined) {
    const missing = missingPrograms(assets);
    if (missing.length === 0) return assets;
    // Not completed there: programs of two Kubernetes versions do not belong together.
    tell(`KUBEBUILDER_ASSETS (${assets}) has no ${missing.join(', ')}: using ${cacheDirectory}`);
  }
  return buildPrograms(cacheDirectory, tell);
}

/** Builds what `directory` lacks of `wanted` and gives the folder. */
export function buildPrograms(directory: string, tell: Tell, wanted: readonly ProgramName[] = programNames): string {
  const missing = missingPrograms(directory).filter((name) => wanted.includes(name));
  if (missing.length === 0) return directory;
  if (!hasGo()) throw new Error(missingSentence(directory, missing));
  mkdirSync(directory, { recursive: true });
  const kubernetes = missing.filter((name) => name.startsWith('kube'));
  if (kubernetes.length > 0) buildKubernetes(kubernetes, versions.kubernetes, directory, tell);
  if (missing.includes('etcd')) buildOne('etcd', 'go.etcd.io/etcd/server/v3', versions.etcd, directory, tell);
  if (missing.includes('kwok')) buildOne('kwok', 'sigs.k8s.io/kwok/cmd/kwok', versions.kwok, directory, tell);
  return directory;
}

function buildOne(name: ProgramName, mainPackage: string, version: string, directory: string, tell: Tell): void {
  tell(`building ${name} v${version}`);
  const module = createGoModule(name);
  try {
    module.go('get', `${mainPackage}@v${version}`);
    module.build(mainPackage, join(directory, name));
  } finally {
    module.remove();
  }
}

function missingSentence(directory: string, missing: readonly ProgramName[]): string {
  return [
    `The tests on a real control plane need ${missing.join(', ')}, which ${directory} does not have, and there is no Go to build them with.`,
    'Do one of these:',
    '  - install Go (https://go.dev/dl/); the programs are then built once, in about ten minutes',
    `  - copy a finished build to ${cacheDirectory}`,
    `  - point KUBEBUILDER_ASSETS at a folder that holds all of: ${programNames.join(', ')}`,
  ].join('\n');
}

main(import.meta.url, ([directory]) => {
  const tell = (line: string) => console.error(line);
  const programs = directory === undefined ? ensurePrograms(tell) : buildPrograms(resolve(directory), tell);
  ensureCustomResources(tell);
  console.log(programs);
});
