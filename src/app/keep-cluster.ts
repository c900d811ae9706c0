import type { Answer } from '../core/answer/answer.ts';
import { inCluster } from '../core/ask/in-cluster.ts';
import type { Request } from '../core/ask/request.ts';

/**
 * What an answer offers goes on in the cluster that was asked about: every button of it names that cluster, unless it
 * names one itself or needs none.
 */
export function keepCluster(answer: Answer, { cluster }: Request): Answer {
  if (cluster === undefined) return answer;
  const there = <T extends { readonly request: string }>(one: T): T => ({ ...one, request: inCluster(one.request, cluster) });
  return {
    ...answer,
    actions: answer.actions.map(there),
    ...(answer.asks === undefined ? {} : { asks: answer.asks.map((ask) => ({ ...ask, options: ask.options.map(there) })) }),
  };
}
