/**
 * Starts a control plane that goes on until `down.ts DIR`, and prints the path of the administrator's kubeconfig.
 * Usage: node test/cluster/control-plane/up.ts [DIR]. DIR (a new temporary folder by default) keeps data, logs and pids.
 */
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { ensurePrograms } from './build.ts';
import { ensureCustomResources } from './custom-resources.ts';
import { startControlPlane } from './control-plane.ts';
import { main } from './main.ts';

main(import.meta.url, async ([directory]) => {
  const programs = ensurePrograms((line) => console.error(line));
  const customResources = ensureCustomResources((line) => console.error(line));
  const chosen = directory === undefined ? mkdtempSync(join(tmpdir(), 'k8s-svc-cluster-')) : resolve(directory);
  const { kubeconfigs } = await startControlPlane({ programs, customResources, directory: chosen, detached: true });
  console.error(`Stop it with: node test/cluster/control-plane/down.ts ${chosen}`);
  console.log(kubeconfigs.admin);
});
