import { grantFor } from '../../core/model/resources.ts';
import { Problem, SilentCluster } from '../../core/problem/problem.ts';
import type { List } from './list-call.ts';

/** With nothing read at all there is no answer to give: then the reason is the answer. */
export function refuseWhenNothingIsReadable(
  lists: readonly List[],
  cluster: string,
  signal: AbortSignal,
  who = 'The account that k8s-svc uses',
): void {
  if (lists.length === 0 || lists.some((list) => list.read)) return;
  const unread = lists.flatMap((list) => (list.read ? [] : list.unread));
  if (signal.aborted || unread.every((one) => one.why === 'timed-out')) {
    throw new SilentCluster('timeout', `The API server of ${cluster} did not answer in time.`, [
      'Try again; if it stays, see whether kubectl is slow too.',
    ]);
  }
  if (unread.every((one) => one.why === 'forbidden')) {
    const grants = [...new Set(unread.map((one) => grantFor(one.resource, one.namespace)))];
    throw new Problem('cluster-forbidden', `${who} may read nothing of this in ${cluster}.`, [
      `Grant at least: ${grants.slice(0, 4).join('; ')}${grants.length > 4 ? ' …' : ''}`,
    ]);
  }
  throw new SilentCluster('cluster-unreachable', `The API server of ${cluster} answers, but not with what was asked.`, [
    `See whether kubectl gets on: kubectl get services --context ${cluster}`,
  ]);
}
