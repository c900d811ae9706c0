import type { ManifestObject } from '../core/manifest/kubernetes-object.ts';
import { broader } from '../core/model/broader.ts';
import type { Reader } from '../core/model/reader.ts';
import type { ResourceName } from '../core/model/resources.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { Problem } from '../core/problem/problem.ts';
import { triageResources } from '../core/triage/wanted.ts';

/**
 * What the checks of these drafts read: their namespace, and of the whole cluster what they can clash with (node ports
 * and addresses of any Service, hosts of any Ingress, the controllers of load balancers, whom a policy can admit).
 */
export async function snapshotForProof(
  reader: Reader,
  namespace: string,
  objects: readonly ManifestObject[],
  signal: AbortSignal,
): Promise<Snapshot> {
  const wide = wideResources(objects);
  const near = reader.read({ kind: 'namespace', namespace, around: true }, triageResources, signal);
  const far = wide.length === 0 ? undefined : reader.read({ kind: 'cluster' }, wide, signal).catch(nothing);
  const [own, everywhere] = await Promise.all([near, far]);
  return everywhere === undefined ? own : broader(own, everywhere);
}

function wideResources(objects: readonly ManifestObject[]): readonly ResourceName[] {
  const types = objects.filter((one) => one.kind === 'Service').map((one) => one.spec?.['type']);
  const admits = objects.some((one) => one.kind === 'NetworkPolicy');
  return [
    ...(admits ? (['namespaces'] as const) : []),
    ...(types.some((type) => type === 'NodePort' || type === 'LoadBalancer') ? (['services'] as const) : []),
    ...(admits || types.includes('LoadBalancer') ? (['pods'] as const) : []),
    ...(objects.some((one) => one.kind === 'Ingress') ? (['ingresses'] as const) : []),
  ];
}

/** Whoever may read one namespace only still gets its checks; what the others needed is told as unread. */
function nothing(error: unknown): undefined {
  if (error instanceof Problem && error.code === 'cluster-forbidden') return undefined;
  throw error;
}
