import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePrograms } from '../../test/cluster/control-plane/build.ts';
import { startControlPlane } from '../../test/cluster/control-plane/control-plane.ts';
import { ensureCustomResources } from '../../test/cluster/control-plane/custom-resources.ts';

export interface SoakCluster {
  readonly kubeconfig: string;
  /** Services to ask about, healthy and broken. */
  readonly services: readonly { readonly namespace: string; readonly name: string }[];
  readonly stop: () => Promise<void>;
}

const cases = [
  'faults/selector-typo',
  'faults/selector-nothing',
  'faults/port-name',
  'faults/scaled-to-zero',
  'faults/ingress-port',
  'faults/crash-loop',
  'faults/policy-denies',
  'faults/oom-killed',
  'faults/probe-failing',
  'look-alikes/canary',
  'look-alikes/node-port',
  'look-alikes/probed-port',
  'look-alikes/routed',
  'look-alikes/session-affinity',
];

/** A control plane of its own, as for the tests on one, with some of their workloads. The bot reads as its ServiceAccount. */
export async function startSoakCluster(say: (line: string) => void): Promise<SoakCluster> {
  const programs = ensurePrograms(say);
  const customResources = ensureCustomResources(say);
  const directory = mkdtempSync(join(tmpdir(), 'k8s-svc-soak-'));
  const { kubeconfigs, kubectl, stop } = await startControlPlane({ programs, customResources, directory });
  const services: { namespace: string; name: string }[] = [];
  for (const one of cases) {
    const file = fileURLToPath(new URL(`../../test/cluster/workloads/${one}.yaml`, import.meta.url));
    const namespace = one.split('/')[1] ?? one;
    const name = /^#\s+service: (\S+)$/mu.exec(readFileSync(file, 'utf8'))?.[1];
    if (name === undefined) throw new Error(`${file} names no Service`);
    await kubectl(['create', 'namespace', namespace]);
    await kubectl(['apply', '--server-side', '-n', namespace, '-f', file]);
    services.push({ namespace, name });
  }
  return {
    kubeconfig: kubeconfigs['token-file'],
    services,
    async stop() {
      await stop();
      rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
