import type { AlertLocation } from '../../app/alert/locate-alert.ts';
import type { Alert } from '../../core/alert/alert.ts';
import type { Answer } from '../../core/answer/answer.ts';
import type { TriageRequest } from '../../core/ask/request.ts';
import { Problem } from '../../core/problem/problem.ts';
import type { Answerer } from '../answerer.ts';
import { readDefaults } from '../channel-defaults.ts';
import type { AccessOf } from '../access/slack-access.ts';
import type { Asker, SlackAppDeps } from '../deps.ts';
import { unobserved } from '../observer.ts';
import type { Store } from '../store.ts';
import { firstAnswer, worstFirst, type Looked } from './alert-answer.ts';

/** What the cluster shows of an alert's Services; `nothing` says why there is nothing to say. */
export type Seen = { readonly answer: Answer; readonly request: TriageRequest | undefined } | { readonly nothing: string };

export interface Look {
  /** Rejects with a Problem when the cluster cannot be read in time. */
  readonly locate: (alert: Alert, asker: Asker) => Promise<AlertLocation>;
  /** The triage of now. Never rejects: an answer with a problem says that the cluster could not be read. */
  readonly triage: (alert: Alert, where: { readonly channel: string; readonly teamId: string }) => Promise<Seen>;
}

const defaultDeadlineMs = 10_000;
const mostLooked = 3;
const notOpen = { nothing: 'its namespace is not open to this channel' } as const;

/** Looks at the Services of an alert, under one deadline and through the same answerer as a person's request. */
export function createLook(
  deps: SlackAppDeps & { readonly store: Store; readonly access: AccessOf },
  answerer: Answerer,
  stopping: AbortSignal,
): Look {
  async function locate(alert: Alert, asker: Asker): Promise<AlertLocation> {
    const { locateAlert } = deps;
    if (locateAlert === undefined) return { nothing: 'alerts are not read here' };
    const signal = AbortSignal.any([AbortSignal.timeout(deps.deadlineMs ?? defaultDeadlineMs), stopping]);
    const place = (await readDefaults(deps, asker.channelId)) ?? {};
    const access = await deps.access(asker);
    const late = new Promise<never>((_, reject) => {
      const problem = () =>
        new Problem('timeout', 'The cluster did not answer in time.', ['Try again: triage SERVICE -n NAMESPACE']);
      signal.addEventListener('abort', () => reject(problem()), { once: true });
    });
    const context = { signal, requestId: deps.newRequestId(), ...(access !== undefined && { access }) };
    return Promise.race([locateAlert(alert, place, context), late]);
  }

  /** What is read to find the Services is told with the first of them. */
  function triage(alert: Alert, where: Parameters<Look['triage']>[1]): Promise<Seen> {
    const requestId = deps.newRequestId();
    return (deps.observer ?? unobserved).within(requestId, () => triageAs(requestId, alert, where));
  }

  async function triageAs(requestId: string, alert: Alert, { channel, teamId }: Parameters<Look['triage']>[1]): Promise<Seen> {
    // Nobody asks: what holds for the channel holds, and what is private is not said.
    const asker = { userId: 'alert', teamId, channelId: channel, via: 'alert' } as const;
    let found: AlertLocation;
    try {
      found = await locate(alert, asker);
    } catch (thrown) {
      if (thrown instanceof Problem && thrown.code === 'not-allowed') return notOpen;
      return { answer: answerer.sorry(thrown), request: undefined };
    }
    if ('nothing' in found) return found;
    const { cluster } = found;
    const all = await Promise.all(
      found.services.slice(0, mostLooked).map(async (service, index): Promise<Looked> => {
        const request = { verb: 'triage', service: service.name, namespace: service.namespace, cluster, why: false } as const;
        const more = index === 0 ? { requestId } : {};
        return { service, request, answer: (await answerer.answer(asker, () => request, more)).answer };
      }),
    );
    const looked = worstFirst(all.filter(({ answer }) => answer.problem === undefined));
    if (looked.length > 0) {
      const named = alert.cluster === undefined ? undefined : cluster;
      return { answer: firstAnswer(looked, found.services.length - looked.length, named), request: looked[0]?.request };
    }
    if (all.some(({ answer }) => answer.problem?.code === 'not-allowed')) return notOpen;
    const problem = all[0]?.answer;
    // Nobody asked: what a person would have to type otherwise is no news for a channel.
    const ours = problem?.problem?.code === 'bad-request' || problem?.problem?.code === 'service-not-found';
    return problem === undefined || ours
      ? { nothing: 'its Service could not be triaged' }
      : { answer: problem, request: undefined };
  }

  return { locate, triage };
}
