import type { webApi } from '@slack/bolt';
import { readAlert, readSubjects } from '../../core/alert/read-alert.ts';
import type { TriageRequest } from '../../core/ask/request.ts';
import type { Answerer } from '../answerer.ts';
import type { Delivery } from '../deliver/deliver.ts';
import type { Poster } from '../deliver/poster.ts';
import { slackError } from '../deliver/retry.ts';
import type { AccessOf } from '../access/slack-access.ts';
import type { Asker, SlackAppDeps } from '../deps.ts';
import { readMessage } from '../message-content.ts';
import { currentWork } from '../shared/current-work.ts';
import { unobserved } from '../observer.ts';
import type { Store } from '../store.ts';
import type { Threads } from '../thread/threads.ts';
import { createAlertChannels } from './alert-channels.ts';
import { alertContentOf } from './alert-content.ts';
import type { DeliveredNews } from './alert-news.ts';
import { createAlertStates } from './alert-state.ts';
import { answerAgain } from './answer-again.ts';
import { answerFirst } from './answer-first.ts';
import { createEdit, type Desk } from './desk.ts';
import { createTurns } from '../in-turn.ts';
import { createLook } from './look.ts';

export interface Alerts {
  /** Whether messages of this channel may be alerts; false without alert channels. */
  mayRead(channel: string): boolean;
  /** Never rejects, and says nothing where it fails: nobody asked. */
  take(news: DeliveredNews, client: webApi.WebClient): Promise<void>;
  /** The triage of what a message names, for a person who points at it; undefined when it names no Service that exists. */
  triageOf(message: unknown, asker: Asker): Promise<TriageRequest | undefined>;
}

interface Parts {
  readonly answerer: Answerer;
  readonly delivery: Delivery;
  readonly poster: Poster;
  readonly threads: Threads;
}

const seenForMs = 10 * 60 * 1_000;
const defaultWindowMs = 6 * 60 * 60 * 1_000;
/** An alert storm must not become a storm of requests to the API server. */
const atOnce = 4;

/** Triages the alerts of the configured channels: one answer in the thread of an alert, edited as the alert goes on. */
export function createAlerts(
  deps: SlackAppDeps & { readonly store: Store; readonly access: AccessOf },
  { answerer, delivery, poster, threads }: Parts,
  stopping: AbortSignal,
): Alerts {
  const { store, logger, now } = deps;
  const channels = createAlertChannels(() => (deps.locateAlert === undefined ? [] : (deps.alerts?.channels ?? [])), logger);
  const look = createLook(deps, answerer, stopping);
  const desk: Desk = {
    look,
    states: createAlertStates(store),
    store,
    delivery,
    threads,
    now,
    get windowMs() {
      return deps.alerts?.windowMs ?? defaultWindowMs;
    },
    edit: createEdit(poster),
  };
  const { shared } = deps;
  const inTurn = createTurns({
    atOnce,
    ...(shared === undefined ? {} : { shared: { turns: shared.turns, prefix: 'alert:' } }),
  });

  /** Slack delivers more than once. */
  async function isNew({ is, channel, ts, eventId, eventTs }: DeliveredNews): Promise<boolean> {
    const keys = [`alert-event:${eventId}`, `alert-message:${channel}:${ts}:${is === 'posted' ? '' : eventTs}`];
    return (await Promise.all(keys.map((key) => store.claim(key, seenForMs)))).every(Boolean);
  }

  return {
    mayRead: (channel) => channels.may(channel),
    async take(news, client) {
      const observer = deps.observer ?? unobserved;
      const alert = news.is === 'deleted' ? undefined : readAlert(alertContentOf(readMessage(news.message)));
      const work = async (): Promise<string | undefined> => {
        if (!(await channels.has(news.channel, client)) || !(await isNew(news))) return undefined;
        if (currentWork()?.giveUp === true) return 'it was begun too often';
        if (news.is === 'deleted') {
          await desk.states.forget(news.channel, news.ts);
          return undefined;
        }
        if (alert === undefined) return 'it does not read as an alert';
        const known = await desk.states.find(news.channel, news.ts, alert.identities);
        const over = known !== undefined && news.is === 'posted' && now() - known.postedAt >= desk.windowMs;
        if (known === undefined || (over && alert.status !== 'resolved')) return answerFirst(desk, alert, news, client);
        await answerAgain(desk, alert, news, known);
        return undefined;
      };
      try {
        await inTurn(`${news.channel}:${alert?.name ?? news.ts}`, async () => {
          const reason = await work();
          const { source, status } = alert ?? {};
          observer.alert(reason === undefined ? 'answered' : 'passed-over');
          if (reason !== undefined) logger.debug('alert not answered', { reason, source, status });
        });
      } catch (error) {
        observer.alert('failed');
        logger.error('alert not answered', { error: slackError(error) ?? (error instanceof Error ? error.name : 'unknown') });
      }
    },
    async triageOf(message, asker) {
      const alert = readSubjects(alertContentOf(readMessage(message)));
      const found = await look.locate(alert, asker);
      if ('nothing' in found) return undefined;
      const [service] = found.services;
      if (service === undefined) return undefined;
      const cluster = alert.cluster === undefined ? {} : { cluster: found.cluster };
      return { verb: 'triage', service: service.name, namespace: service.namespace, why: false, ...cluster };
    },
  };
}
