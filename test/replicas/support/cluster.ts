import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startControlPlane } from '../../cluster/control-plane/control-plane.ts';
import { ensureCustomResources } from '../../cluster/control-plane/custom-resources.ts';
import { cacheDirectory, missingPrograms } from '../../cluster/control-plane/programs.ts';

export interface TestCluster {
  readonly say: string;
  /** By which the bot reads it. */
  readonly args: readonly string[];
  stop(): Promise<void>;
}

export const serviceNames: readonly string[] = Array.from({ length: 30 }, (_, i) => `svc-${String(i).padStart(2, '0')}x`);

const items = [
  { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'shop' } },
  ...serviceNames.map((name, i) => ({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: 'shop' },
    spec: { type: 'ClusterIP', selector: { app: name }, ports: [{ port: 8000 + i, protocol: 'TCP' }] },
  })),
];
const list = { apiVersion: 'v1', kind: 'List', items };

/** The real API server, where the programs of `npm run test:cluster` are there; otherwise the same objects as a file. */
export async function startCluster(): Promise<TestCluster> {
  const directory = mkdtempSync(join(tmpdir(), 'k8s-svc-replicas-'));
  const remove = () => rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
  const programs = process.env['REPLICAS_CLUSTER'] === 'file' ? undefined : builtPrograms();
  if (programs !== undefined) {
    const plane = await startControlPlane({
      programs,
      customResources: ensureCustomResources(() => undefined),
      directory: join(directory, 'plane'),
    });
    await plane.kubectl(['apply', '-f', '-'], JSON.stringify(list));
    return {
      say: 'the real API server',
      args: ['--kubeconfig', plane.kubeconfigs.admin],
      async stop() {
        await plane.stop();
        remove();
      },
    };
  }
  const file = join(directory, 'cluster.json');
  const identified = items.map((item) => ({ ...item, metadata: { ...item.metadata, uid: `u-${item.metadata.name}` } }));
  writeFileSync(file, JSON.stringify({ ...list, items: identified }));
  return {
    say: 'a file, as the programs of the real API server are not built (npm run test:cluster builds them)',
    args: ['--from', file],
    stop: async () => remove(),
  };
}

function builtPrograms(): string | undefined {
  const { KUBEBUILDER_ASSETS: assets } = process.env;
  return [assets, cacheDirectory].find((one) => one !== undefined && missingPrograms(one).length === 0);
}
