import type { webApi } from '@slack/bolt';
import type { AlertLocation } from '../../app/alert/locate-alert.ts';
import type { Alert } from '../../core/alert/alert.ts';
import { readAlert, readSubjects } from '../../core/alert/read-alert.ts';
import type { Answer } from '../../core/answer/answer.ts';
import { flatten } from '../../core/answer/text.ts';
import type { TriageRequest } from '../../core/ask/request.ts';
import { Problem } from '../../core/problem/problem.ts';
import { renderSlack } from '../../render/slack/render-slack.ts';
import type { Answerer } from '../answerer.ts';
import { readDefaults } from '../channel-defaults.ts';
import type { Delivery } from '../deliver/deliver.ts';
import type { Poster } from '../deliver/poster.ts';
import { slackError } from '../deliver/retry.ts';
import type { SlackAppDeps } from '../deps.ts';
import { readMessage } from '../message-content.ts';
import type { Store } from '../store.ts';
import type { Threads } from '../thread/threads.ts';
import { firstAnswer, flapping, notTriaged, resolved, stillFiring, worstFirst, type Looked } from './alert-answer.ts';
import { createAlertChannels } from './alert-channels.ts';
import { alertContentOf } from './alert-content.ts';
import type { AlertNews } from './alert-news.ts';
import { createAlertStates, type AlertState } from './alert-state.ts';
import { createTurns } from './in-turn.ts';
import { ownReply } from './own-reply.ts';

export type DeliveredNews = AlertNews & {
  readonly eventId: string;
  readonly teamId: string;
  readonly botUserId: string | undefined;
};

/** What the cluster shows of an alert's Services; `nothing` says why there is nothing to say. */
type Seen = { readonly answer: Answer; readonly request: TriageRequest | undefined } | { readonly nothing: string };

export interface Alerts {
  /** Whether messages of this channel may be alerts; false without alert channels. */
  mayRead(channel: string): boolean;
  /** Never rejects. */
  take(news: DeliveredNews, client: webApi.WebClient): Promise<void>;
  /** The triage of what a message names, for a person who points at it; undefined when it names no Service that exists. */
  triageOf(message: unknown, channel: string): Promise<TriageRequest | undefined>;
}

interface Parts {
  readonly answerer: Answerer;
  readonly delivery: Delivery;
  readonly poster: Poster;
  readonly threads: Threads;
}

const minute = 60 * 1_000;
const seenForMs = 10 * minute;
const defaultWindowMs = 6 * 60 * minute;
const defaultDeadlineMs = 10_000;
/** A repeated alert is looked at again at most this often. */
const lookAgainMs = 5 * minute;
const mostEdits = 24;
const mostTurns = 6;
/** A cluster that cannot be read is told once for all alerts of a channel. */
const troubleMs = 60 * minute;
const mostLooked = 3;
const atOnce = 4;

/** Triages the alerts of the configured channels: one answer in the thread of an alert, edited as the alert goes on. */
export function createAlerts(deps: SlackAppDeps & { readonly store: Store }, made: Parts, stopping: AbortSignal): Alerts {
  const { store, logger, locateAlert, now } = deps;
  const windowMs = deps.alerts?.windowMs ?? defaultWindowMs;
  const channels = createAlertChannels(locateAlert === undefined ? [] : (deps.alerts?.channels ?? []), logger);
  const states = createAlertStates(store);
  const inTurn = createTurns(atOnce);

  async function locate(alert: Alert, channel: string): Promise<AlertLocation> {
    if (locateAlert === undefined) return { nothing: 'alerts are not read here' };
    const signal = AbortSignal.any([AbortSignal.timeout(deps.deadlineMs ?? defaultDeadlineMs), stopping]);
    const place = (await readDefaults(store, channel)) ?? {};
    const late = new Promise<never>((_, reject) => {
      const problem = () =>
        new Problem('timeout', 'The cluster did not answer in time.', ['Try again: triage SERVICE -n NAMESPACE']);
      signal.addEventListener('abort', () => reject(problem()), { once: true });
    });
    return Promise.race([locateAlert(alert, place, { signal, requestId: deps.newRequestId() }), late]);
  }

  /** An answer with a problem says that the cluster could not be read. */
  async function look(alert: Alert, { channel, teamId }: DeliveredNews): Promise<Seen> {
    let found: AlertLocation;
    try {
      found = await locate(alert, channel);
    } catch (thrown) {
      return { answer: made.answerer.sorry(thrown), request: undefined };
    }
    if ('nothing' in found) return found;
    const asker = { userId: 'alert', teamId, channelId: channel };
    const { cluster } = found;
    const all = await Promise.all(
      found.services.slice(0, mostLooked).map(async (service): Promise<Looked> => {
        const request = { verb: 'triage', service: service.name, namespace: service.namespace, cluster, why: false } as const;
        return { service, request, answer: (await made.answerer.answer(asker, () => request)).answer };
      }),
    );
    const looked = worstFirst(all.filter(({ answer }) => answer.problem === undefined));
    if (looked.length > 0) {
      const named = alert.cluster === undefined ? undefined : cluster;
      return { answer: firstAnswer(looked, found.services.length - looked.length, named), request: looked[0]?.request };
    }
    const problem = all[0]?.answer;
    // Nobody asked: what a person would have to type otherwise is no news for a channel.
    const ours = problem?.problem?.code === 'bad-request' || problem?.problem?.code === 'service-not-found';
    return problem === undefined || ours
      ? { nothing: 'its Service could not be triaged' }
      : { answer: problem, request: undefined };
  }

  async function first(alert: Alert, news: DeliveredNews, client: webApi.WebClient): Promise<void> {
    if (alert.status === 'resolved') return silent('it is resolved, and was not answered while it fired', alert);
    const seen = await look(alert, news);
    if ('nothing' in seen) return silent(seen.nothing, alert);
    const { channel, ts: threadTs, botUserId } = news;
    const { problem } = seen.answer;
    const failed = problem !== undefined;
    if (failed && !(await store.claim(`alert-trouble:${channel}:${problem.code}:${conclusionOf(seen.answer)}`, troubleMs))) {
      return silent('the cluster cannot be read, which the channel was told', alert);
    }
    if (!(await states.claimAnswer(channel, alert.identities, windowMs))) return silent('another replica answers it', alert);
    const answer = failed ? notTriaged(seen.answer) : seen.answer;
    try {
      // After a restart the answer may stand there already.
      const before = news.is === 'changed' ? await ownReply(client, channel, threadTs, botUserId) : undefined;
      if (before !== undefined) await update(channel, before, answer);
      const place = { kind: 'post', channel, threadTs, userId: channel } as const;
      const ts = before ?? (await made.delivery.deliver(place, answer, { only: true }))?.ts ?? '';
      const conclusion = seen.answer.status === 'ok' || failed ? {} : { was: conclusionOf(seen.answer) };
      const state: AlertState = {
        ...{ v: 1, threadTs, ts, identities: alert.identities, status: 'firing', postedAt: now(), lookedAt: now() },
        ...{ messages: 1, turns: 0, edits: 0 },
        ...conclusion,
        stopped: false,
      };
      await states.save(channel, threadTs, alert.identities, state);
      await made.threads.remember(channel, threadTs, answer, seen.request);
      // A cluster that could not be read must not silence the alert for the whole window.
      if (failed) await states.releaseAnswer(channel, alert.identities);
    } catch (error) {
      await states.releaseAnswer(channel, alert.identities);
      throw error;
    }
  }

  async function again(alert: Alert, news: DeliveredNews, known: AlertState): Promise<void> {
    const { channel } = news;
    const status = alert.status === 'resolved' ? 'resolved' : 'firing';
    const turned = status !== known.status;
    const state: AlertState = {
      ...known,
      status,
      messages: known.messages + (news.is === 'posted' ? 1 : 0),
      turns: known.turns + (turned ? 1 : 0),
    };
    const due = turned || (status === 'firing' && now() - state.lookedAt >= lookAgainMs && state.edits < mostEdits);
    if (state.stopped || !due) return states.save(channel, news.ts, alert.identities, state);
    const seen = await look(alert, news);
    const answer = 'nothing' in seen ? undefined : seen.answer;
    const flaps = state.turns > mostTurns;
    const readable = answer !== undefined && answer.problem === undefined;
    // What was said while the cluster could be read, with its time, is worth more than that it cannot be read now.
    if (!turned && !readable) return states.save(channel, news.ts, alert.identities, state);
    const edited = flaps
      ? flapping(answer, state, now())
      : status === 'resolved'
        ? resolved(answer, state, now())
        : stillFiring(answer, state, now());
    const stands = await update(channel, state.ts, edited);
    const was = readable && status === 'firing' && answer.status !== 'ok' ? { was: conclusionOf(answer) } : {};
    await states.save(channel, news.ts, alert.identities, {
      ...state,
      ...was,
      lookedAt: now(),
      edits: state.edits + 1,
      stopped: flaps || !stands,
    });
  }

  /** False when our message is not there any more. What does not fit is left out: it would be posted with every edit. */
  async function update(channel: string, ts: string, answer: Answer): Promise<boolean> {
    try {
      await made.poster.update(channel, ts, renderSlack(answer, { withFiles: false }));
      return true;
    } catch (error) {
      if (slackError(error) === 'message_not_found') return false;
      throw error;
    }
  }

  function silent(reason: string, alert: Alert | undefined): void {
    logger.debug('alert not answered', { reason, source: alert?.source, status: alert?.status });
  }

  /** Slack delivers more than once, and an edit without anything new for us is none. */
  async function isNew({ is, channel, ts, eventId, eventTs }: DeliveredNews): Promise<boolean> {
    const keys = [`alert-event:${eventId}`, `alert-message:${channel}:${ts}:${is === 'posted' ? '' : eventTs}`];
    return (await Promise.all(keys.map((key) => store.claim(key, seenForMs)))).every(Boolean);
  }

  return {
    mayRead: (channel) => channels.may(channel),
    async take(news, client) {
      const alert = news.is === 'deleted' ? undefined : readAlert(alertContentOf(readMessage(news.message)));
      try {
        await inTurn(`${news.channel}:${alert?.name ?? news.ts}`, async () => {
          if (!(await channels.has(news.channel, client)) || !(await isNew(news))) return;
          if (news.is === 'deleted') return states.forget(news.channel, news.ts);
          if (alert === undefined) return silent('it does not read as an alert', undefined);
          const known = await states.find(news.channel, news.ts, alert.identities);
          const over = known !== undefined && news.is === 'posted' && now() - known.postedAt >= windowMs;
          if (known === undefined || (over && alert.status !== 'resolved')) await first(alert, news, client);
          else await again(alert, news, known);
        });
      } catch (error) {
        logger.error('alert not answered', { error: slackError(error) ?? (error instanceof Error ? error.name : 'unknown') });
      }
    },
    async triageOf(message, channel) {
      const alert = readSubjects(alertContentOf(readMessage(message)));
      const found = await locate(alert, channel);
      const [service] = 'services' in found ? found.services : [];
      if (service === undefined || !('cluster' in found)) return undefined;
      const { name, namespace } = service;
      return {
        verb: 'triage',
        service: name,
        namespace,
        why: false,
        ...(alert.cluster !== undefined && { cluster: found.cluster }),
      };
    },
  };
}

function conclusionOf({ headline }: Answer): string {
  return flatten(headline).slice(0, 600);
}
