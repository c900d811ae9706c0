import type { Assistant } from '../app/assistant.ts';
import type { Answer, Intent } from '../core/answer/answer.ts';
import type { Request } from '../core/ask/request.ts';
import { settled } from '../core/ask/follow-up/settled.ts';
import { formatRequest } from '../core/ask/format-request.ts';
import type { AgentView } from './agent/agent-view.ts';
import type { Alerts } from './alerts/alerts.ts';
import type { Answerer, ToRequest } from './answerer.ts';
import { readDefaults, type ChannelDefaults } from './channel-defaults.ts';
import { createBreather } from './breather.ts';
import { createTurns } from './in-turn.ts';
import { aloneAt, isSeenAlone } from './deliver/alone.ts';
import type { Delivery } from './deliver/deliver.ts';
import { placeLeft } from './deliver/left-behind.ts';
import type { Pictures } from './deliver/pictures.ts';
import type { Place } from './deliver/place.ts';
import { showProgress, type Progress } from './deliver/progress.ts';
import type { Poster } from './deliver/poster.ts';
import type { Asker, SlackAppDeps } from './deps.ts';
import { feedbackButtons, type FeedbackValue } from './feedback.ts';
import { keepRecent, readRecent } from './home/recent.ts';
import { newestAnywhere } from './manifest-form/newest-anywhere.ts';
import { manifestButtons, type ManifestButtons } from './manifest-form/changeable.ts';
import { currentWork } from './shared/current-work.ts';
import { restarted } from './shared/restarted.ts';
import { unobserved } from './observer.ts';
import type { Store } from './store.ts';
import { toCarried } from './thread/carried-state.ts';
import { isAside, stateOf } from './thread/thread-state.ts';
import type { Said, Threads } from './thread/threads.ts';
import { waitByClock } from './wait.ts';
import { isWorthWatching, type Watches } from './watch/watches.ts';

/** What every listener gets. */
export interface SlackFront {
  readonly parse: SlackAppDeps['parse'];
  readonly newRequestId: SlackAppDeps['newRequestId'];
  /** Runs all the work of one request. */
  within<T>(requestId: string, work: () => Promise<T>): Promise<T>;
  readonly logger: SlackAppDeps['logger'];
  readonly strictPayloads: boolean;
  readonly answerer: Answerer;
  readonly delivery: Delivery;
  readonly poster: Poster;
  readonly pictures: Pictures;
  readonly threads: Threads;
  readonly agent: AgentView;
  readonly alerts: Alerts;
  readonly watches: Watches;
  /** Shows what goes on at this place until it is done. */
  readonly progress: (place: Place) => Progress;
  /** True for the first caller of this key within the time. */
  isFirst(key: string, ttlMs: number): Promise<boolean>;
  /** Notes a change of a form, and tells later whether it is still the newest one. */
  newestChange(viewId: string, at: string): Promise<() => Promise<boolean>>;
  /** Counts what a person thinks of an answer, and nothing else of it. */
  countFeedback(intent: Intent, value: FeedbackValue): void;
  readonly recent: {
    keep(asker: Asker, request: Request): Promise<void>;
    read(asker: Asker): Promise<readonly string[]>;
  };
  /** What goes without saying in a channel. */
  defaults(channel: string): Promise<ChannelDefaults | undefined>;
  /** The clusters that can be asked about. */
  readonly clusters: Assistant['clusters'];
  /**
   * Runs the work of a listener once for all of these keys, however often Slack delivers it, and never rejects. What is
   * thrown is said at `place`. What is said in one thread is answered in the order in which it came.
   */
  handle(keys: readonly string[], place: Place, work: () => Promise<void>): Promise<void>;
  /** How many listeners are at work. */
  underWay(): number;
  /** Waits for the work under way. */
  settled(): Promise<void>;
}

/** Slack's last try for an event that it could not deliver comes a day later ("Delayed Events"). */
const seenForMs = 25 * 60 * 60 * 1_000;
/** Longer than an answer may take: one that hangs does not silence its thread. */
const patienceMs = 30_000;

export function createSlackFront(
  deps: SlackAppDeps & { readonly store: Store },
  made: Pick<SlackFront, 'answerer' | 'delivery' | 'poster' | 'pictures' | 'threads' | 'agent' | 'alerts' | 'watches'>,
): SlackFront {
  const underWay = new Set<Promise<void>>();
  const breath = createBreather();
  const { shared } = deps;
  const inTurn = createTurns({
    patienceMs,
    ...(shared === undefined ? {} : { shared: { turns: shared.turns, prefix: 'thread:' } }),
  });

  async function first(keys: readonly string[]): Promise<boolean> {
    const claims = await Promise.all(keys.map((key) => deps.store.claim(key, seenForMs)));
    return claims.every(Boolean);
  }

  async function run(keys: readonly string[], place: Place, work: () => Promise<void>): Promise<void> {
    try {
      if (!(await first(keys))) return;
      if (currentWork()?.giveUp === true) {
        // Of what has no keys, nobody has asked.
        if (keys.length > 0) await made.delivery.deliver(placeLeft(place), restarted());
        return;
      }
      await breath();
      await work();
    } catch (thrown) {
      const answer = made.answerer.sorry(thrown);
      await made.delivery
        .deliver(place, answer)
        .catch(() => deps.logger.error('the person could not be told', { place: place.kind }));
    }
  }

  return {
    ...made,
    parse: deps.parse,
    newRequestId: deps.newRequestId,
    within: (requestId, work) => (deps.observer ?? unobserved).within(requestId, work),
    underWay: () => underWay.size,
    logger: deps.logger,
    strictPayloads: deps.strictPayloads === true,
    progress: (place) =>
      showProgress(
        {
          poster: made.poster,
          logger: deps.logger,
          strict: deps.strictPayloads === true,
          wait: deps.wait ?? waitByClock,
        },
        place,
      ),
    isFirst: (key, ttlMs) => deps.store.claim(key, ttlMs),
    newestChange: (viewId, at) => newestAnywhere(deps.store, viewId, at),
    countFeedback(intent, value) {
      deps.onFeedback?.(intent, value);
      deps.logger.info('feedback', { intent, value });
    },
    recent: {
      keep: (asker, request) => keepRecent(deps.store, asker, request),
      read: (asker) => readRecent(deps.store, asker),
    },
    defaults: (channel) => readDefaults(deps, channel),
    clusters: deps.assistant.clusters,
    async handle(keys, place, work) {
      const thread = threadOf(place);
      const done = thread === undefined ? run(keys, place, work) : inTurn(thread, () => run(keys, place, work));
      underWay.add(done);
      await done;
      underWay.delete(done);
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

/** What is private is told in no order; a direct message outside of threads is one conversation. */
function threadOf(place: Place): string | undefined {
  return place.kind === 'private' ? undefined : `${place.channel}:${place.threadTs ?? ''}`;
}

/** The usual work: request, answer, delivery, and what the thread was about. `stopped`: the person wants no answer any more. */
export function reply(
  front: SlackFront,
  asker: Asker,
  place: Place,
  toRequest: ToRequest,
  stopped?: AbortSignal,
): Promise<void> {
  const requestId = front.newRequestId();
  return front.within(requestId, () => replyAs(requestId, front, asker, place, toRequest, stopped));
}

async function replyAs(
  requestId: string,
  front: SlackFront,
  asker: Asker,
  place: Place,
  toRequest: ToRequest,
  stopped: AbortSignal | undefined,
): Promise<void> {
  const progress = front.progress(place);
  const alone = isSeenAlone(place);
  const said = await front.answerer.answer({ ...asker, seenBy: alone ? 'person' : 'either' }, toRequest, {
    progress: progress.say,
    stopped,
    requestId,
  });
  const there = await progress.done();
  if (said.unsaid === true && place.kind === 'post') return;
  const to = said.privately === true ? await aloneAt(front.poster, there) : there;
  const { answer, request } = said;
  if (request !== undefined && answer.problem === undefined) await front.recent.keep(asker, settled(request, answer));
  const share = to.kind === 'private' ? shareable(answer, request) : undefined;
  const tail = to.kind === 'private' ? [] : feedbackButtons(answer);
  const at =
    request?.verb === 'watch' && isWorthWatching(answer)
      ? await front.watches.begin(isSeenAlone(to) ? { ...asker, seenBy: 'person' } : asker, to, { answer, request })
      : await front.delivery.deliver(to, answer, { ...carried(said), ...(share === undefined ? {} : { share }), tail });
  if (at === undefined) return;
  await front.threads.remember(at.channel, at.threadTs, said);
  if (place.kind === 'post' && place.threadTs === undefined) await front.threads.rememberLatest(at.channel, said);
}

/** What the buttons of the answer carry: the conversation, unless the answer leaves it as it is, and its manifest. */
export function carried({ answer, request }: Said): ManifestButtons & { readonly state?: Readonly<Record<string, unknown>> } {
  const buttons = manifestButtons(answer, request);
  return isAside(answer, request) ? buttons : { ...buttons, state: toCarried(stateOf(answer, request)) };
}

/** A problem and a help text are nobody else's business. */
function shareable(answer: Answer, request: Request | undefined): string | undefined {
  return request === undefined || request.verb === 'help' || answer.problem !== undefined ? undefined : formatRequest(request);
}
