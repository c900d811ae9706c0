import { cpSync, existsSync, mkdirSync, readdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { createGoModule, hasGo } from './go.ts';
import { cacheDirectory, versions } from './programs.ts';

/** Where the definitions are, by the module that publishes them. */
const published = [
  {
    module: `sigs.k8s.io/gateway-api@v${versions.gatewayApi}`,
    folder: 'config/crd/standard',
    file: /^gateway\.networking\.k8s\.io_(?!vap_).*\.yaml$/,
  },
  { module: `go.universe.tf/metallb@v${versions.metallb}`, folder: 'config/crd/bases', file: /^metallb\.io_.*\.yaml$/ },
] as const;

const kept = join(cacheDirectory, `crds-gateway-api-${versions.gatewayApi}-metallb-${versions.metallb}`);

/**
 * The folder with the CustomResourceDefinitions of the Gateway API (standard channel) and MetalLB. They are fetched once,
 * as Go modules; the folder appears whole or not at all.
 */
export function ensureCustomResources(tell: (line: string) => void): string {
  if (existsSync(kept)) return kept;
  if (!hasGo()) {
    throw new Error(
      `The tests on a real control plane need ${kept}, and there is no Go to fetch it with: install Go (https://go.dev/dl/), or copy that folder from where it is.`,
    );
  }
  tell('fetching the definitions of the Gateway API and MetalLB');
  const unfinished = `${kept}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  const scratch = createGoModule('crds');
  try {
    for (const { module, folder, file } of published) {
      const { Dir } = JSON.parse(scratch.go('mod', 'download', '-json', module)) as { Dir: string };
      const source = join(Dir, folder);
      for (const name of readdirSync(source).filter((one) => file.test(one))) {
        cpSync(join(source, name), join(unfinished, name));
      }
    }
    renameSync(unfinished, kept);
  } finally {
    scratch.remove();
  }
  return kept;
}
