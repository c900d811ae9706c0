import type { Answer } from '../../core/answer/answer.ts';
import type { ScanRequest } from '../../core/ask/request.ts';
import { problemToAnswer } from '../../core/problem/problem-to-answer.ts';
import { badRequest, Problem } from '../../core/problem/problem.ts';
import { allClustersAnswer } from '../../core/triage/scan/all-clusters-answer.ts';
import type { RequestContext } from '../assistant.ts';
import type { AssistantDeps } from '../deps.ts';
import { scan } from './scan.ts';

/**
 * Every cluster at once, each with a deadline of its own: one that is silent or may not be read is a line of the answer.
 * Rejects only with what is not expected of any of them.
 */
export async function scanAll(request: ScanRequest, deps: AssistantDeps, context: RequestContext): Promise<Answer> {
  const { names } = deps.clusters;
  if (request.since !== undefined) {
    throw badRequest('--since compares one cluster.', 'For example: scan -A --cluster NAME --since scan.json');
  }
  const { allClusters: _, ...one } = request;
  const area = one.namespace === undefined ? { allNamespaces: true } : {};
  context.progress?.(`Reading ${names.length === 1 ? 'the cluster' : `${names.length} clusters`}…`);
  const quiet: RequestContext = { signal: context.signal, requestId: context.requestId };
  const scanOne = (cluster: string) => scan({ ...one, ...area, cluster }, deps, quiet);
  if (names.length < 2) return scan({ ...one, ...area }, deps, quiet);
  return allClustersAnswer(
    await Promise.all(
      names.map(async (cluster) => {
        try {
          return { cluster, answer: await scanOne(cluster) };
        } catch (thrown) {
          if (!(thrown instanceof Problem)) deps.onError?.(context.requestId, thrown);
          return { cluster, answer: problemToAnswer(thrown, context.requestId, 'scan') };
        }
      }),
    ),
  );
}
