import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createGoModule } from './go.ts';
import type { ProgramName } from './programs.ts';

/** Builds programs of k8s.io/kubernetes, which all have their main package under `cmd/`. */
export function buildKubernetes(
  names: readonly ProgramName[],
  version: string,
  directory: string,
  tell: (line: string) => void,
): void {
  const module = createGoModule('kubernetes');
  try {
    const source = JSON.parse(module.go('mod', 'download', '-json', `k8s.io/kubernetes@v${version}`)) as { Dir: string };
    const goMod = readFileSync(join(source.Dir, 'go.mod'), 'utf8');
    for (const edit of staging(goMod, version)) module.go('mod', 'edit', edit);
    module.go('mod', 'edit', '-go', /^go (\S+)/m.exec(goMod)?.[1] ?? '', '-require', `k8s.io/kubernetes@v${version}`);
    const imports = names.map((name) => `import _ "k8s.io/kubernetes/cmd/${name}"`);
    writeFileSync(join(module.directory, 'tools.go'), ['//go:build tools', 'package tools', ...imports, ''].join('\n'));
    module.go('mod', 'tidy');
    for (const name of names) {
      tell(`building ${name} v${version}`);
      module.build(`k8s.io/kubernetes/cmd/${name}`, join(directory, name), stamp(version));
    }
  } finally {
    module.remove();
  }
}

/**
 * k8s.io/kubernetes replaces its staging modules by folders beside it, which nobody else has; each is published under
 * v0 with the same minor and patch.
 */
function staging(goMod: string, version: string): readonly string[] {
  const published = version.replace(/^\d+/, 'v0');
  return [...goMod.matchAll(/(k8s\.io\/[a-z-]+) => \.\/staging/g)].map(
    ([, module]) => `-replace=${module}=${module}@${published}`,
  );
}

/** Without it the API server says v0.0.0-master and takes itself for an emulation of a version that never was. */
function stamp(version: string): string {
  const [major, minor] = version.split('.');
  const variable = 'k8s.io/component-base/version';
  return `-X ${variable}.gitVersion=v${version} -X ${variable}.gitMajor=${major} -X ${variable}.gitMinor=${minor}`;
}
