import { fileURLToPath } from 'node:url';
import { waitFor } from '../control-plane/wait-for.ts';
import { kubectl } from './cluster.ts';
import { unsettled } from './unsettled.ts';
import type { KubernetesList } from './unsettled.ts';

/**
 * Applies files of `workloads/` and waits until the controllers have made of them what they will stay. On the server's side,
 * as two test files may apply the same one at the same time.
 */
export async function applyWorkloads(...names: readonly string[]): Promise<void> {
  const files = names.map((name) => fileURLToPath(new URL(`../workloads/${name}.yaml`, import.meta.url)));
  const applied = await kubectl([
    'apply',
    '--server-side',
    '--force-conflicts',
    '--output=json',
    ...files.map((file) => `--filename=${file}`),
  ]);
  const { items } = JSON.parse(applied) as KubernetesList;
  const namespaces = new Set(items.flatMap(({ metadata }) => metadata.namespace ?? []));
  await Promise.all([...namespaces].map(async (namespace) => settled(namespace)));
}

/** Waits until pods, Deployments and EndpointSlices of a namespace agree with each other. */
export async function settled(namespace: string): Promise<void> {
  await waitFor(`namespace ${namespace} has settled`, async () => {
    const kinds = 'services,endpointslices,pods,deployments,statefulsets';
    const reason = unsettled(
      JSON.parse(await kubectl(['get', kinds, `--namespace=${namespace}`, '--output=json'])) as KubernetesList,
    );
    if (reason !== undefined) throw new Error(reason);
  });
}
