import { Problem } from '../core/problem/problem.ts';
import type { Area } from '../core/ask/request.ts';
import type { Reader } from '../core/model/reader.ts';
import { clusterFacts, clusterFactsWants, type ClusterFacts } from '../core/tree/cluster-facts.ts';
import type { RequestContext } from './assistant.ts';
import { readerOf } from './clusters.ts';
import type { AssistantDeps } from './deps.ts';

export type WorkloadSurroundings =
  | { readonly facts: ClusterFacts; readonly reader: Reader; readonly unreadBecause?: undefined }
  /** No cluster: either there is none, or it could not be read, and then why. */
  | { readonly facts?: undefined; readonly unreadBecause: Problem | undefined };

/**
 * What the cluster tells about a workload. A decision is possible without it, so a cluster that cannot be read is a
 * reason to say so and no failure; only what the person typed wrong (a cluster that is not there) is thrown, and that a
 * namespace which they name is closed.
 */
export async function surroundingsOfWorkload(
  name: string | undefined,
  area: Area,
  deps: AssistantDeps,
  { signal }: RequestContext,
): Promise<WorkloadSurroundings> {
  if (deps.clusters.defaultName === undefined && area.cluster === undefined) return { unreadBecause: undefined };
  try {
    const reader = await readerOf(deps.clusters, area.cluster);
    const { namespace } = area;
    const snapshot = await reader.read(
      namespace === undefined ? { kind: 'cluster' } : { kind: 'namespace', namespace },
      clusterFactsWants,
      signal,
    );
    return { facts: clusterFacts(snapshot, name, namespace), reader };
  } catch (error) {
    const namesClosed = error instanceof Problem && error.code === 'not-allowed' && area.namespace !== undefined;
    if (error instanceof Problem && error.code !== 'bad-request' && error.code !== 'internal' && !namesClosed)
      return { unreadBecause: error };
    throw error;
  }
}
