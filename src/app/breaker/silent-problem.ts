import { formatAge } from '../../core/answer/age.ts';
import { Problem } from '../../core/problem/problem.ts';
import type { Breaker } from './breaker.ts';

interface Silence {
  readonly cluster: string;
  readonly breaker: Breaker;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly others: readonly string[];
}

/** What a person is told at once about a cluster that is not asked for now. */
export function silentProblem({ cluster, breaker, now, others }: Silence): Problem {
  const since = breaker.is === 'closed' ? breaker.failedAt : breaker.silentSince;
  const wait = breaker.is === 'open' ? Math.max(1, Math.ceil((breaker.nextTryAt - now) / 1_000)) : undefined;
  const [other] = others;
  return new Problem(
    'cluster-unreachable',
    `Cluster ${cluster} has not answered since ${timeOfDay(since, now)} (${formatAge(now - since)}); ${wait === undefined ? 'it is being tried right now' : `next try in ${wait} s`}.`,
    [
      wait === undefined ? 'Ask again in a few seconds.' : `Ask again in ${wait} s.`,
      ...(other === undefined ? [] : [`Or ask another cluster: --cluster ${other}`]),
      'Is the cluster up, and the network to it?',
    ],
  );
}

/** `14:02 UTC`; with the day when that was another one. */
function timeOfDay(at: number, now: number): string {
  const [day = '', time = ''] = new Date(at).toISOString().split('T');
  const isToday = new Date(now).toISOString().startsWith(day);
  return `${isToday ? '' : `${day} `}${time.slice(0, 5)} UTC`;
}
