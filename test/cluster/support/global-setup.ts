import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { ensureHelm } from '../../deploy/support/tools.ts';
import { ensurePrograms } from '../control-plane/build.ts';
import { ensureCustomResources } from '../control-plane/custom-resources.ts';
import { startControlPlane } from '../control-plane/control-plane.ts';
import type { SharedCluster } from './shared-cluster.ts';

/** Starts one control plane for all test files; without one the run fails, as nothing in here can be proven then. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const programs = ensurePrograms((line) => console.error(line));
  const customResources = ensureCustomResources((line) => console.error(line));
  const { helm } = ensureHelm((line) => console.error(line));
  const directory = mkdtempSync(join(tmpdir(), 'k8s-svc-cluster-'));
  // Ended by a signal, Node runs no teardown: leave through `exit`, on which the control plane ends its programs.
  for (const name of ['SIGTERM', 'SIGHUP'] as const) process.once(name, () => process.exit(1));
  process.once('exit', () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 }));
  const { kubeconfigs, tokens, stop } = await startControlPlane({ programs, customResources, directory });
  const shared: SharedCluster = { programs, helm, kubeconfigs, tokens };
  project.provide('cluster', shared);
  return stop;
}
