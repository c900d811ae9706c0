import type { Answer } from '../../core/answer/answer.ts';
import { answer } from '../../core/answer/build.ts';
import { code, text } from '../../core/answer/text.ts';
import { formatRequest } from '../../core/ask/format-request.ts';
import type { Request, WatchRequest } from '../../core/ask/request.ts';
import { badRequest } from '../../core/problem/problem.ts';
import { problemToAnswer } from '../../core/problem/problem-to-answer.ts';
import { watchAnswer } from '../../core/watch/watch-answer.ts';
import { beginWatch, outlookOf } from '../../core/watch/watch.ts';
import { renderSlack } from '../../render/slack/render-slack.ts';
import type { Answerer } from '../answerer.ts';
import type { Delivered, Delivery } from '../deliver/deliver.ts';
import type { Place } from '../deliver/place.ts';
import type { Poster } from '../deliver/poster.ts';
import type { Asker } from '../deps.ts';
import type { SlackLogger } from '../logger.ts';
import type { Entry, Journal } from '../shared/shared.ts';
import type { Store } from '../store.ts';
import type { Wait } from '../wait.ts';
import { claimPlace, retakePlace, type Claim } from './claim-place.ts';
import { follow, type Followed } from './follow.ts';
import { watchButton } from './watch-message.ts';
import { watchIn, watchRecord } from './watch-record.ts';

/** As many as one process follows at once: each one looks at the cluster every few seconds. */
const mostWatches = 50;
/** Longer than any watch. */
const stopTtlMs = 20 * 60_000;

/** The first look of a watch. */
export interface FirstLook {
  readonly answer: Answer;
  readonly request: WatchRequest;
}

/** Where the message of a watch stands. */
export interface WatchAt {
  readonly channel: string;
  readonly ts: string;
}

export interface Watches {
  /**
   * Follows a Service at this place, in one message that is edited. What only one person sees cannot be edited later: that
   * watch goes to the direct messages with that person, and the private answer says so. Resolves with where the message is;
   * undefined when nothing was begun, and the person was told why.
   */
  begin(asker: Asker, place: Place, first: FirstLook): Promise<Delivered | undefined>;
  /** Ends the watch of this message. It may be one of another process, or of one that is gone: then the message ends here. */
  stop(at: WatchAt, request: WatchRequest): Promise<void>;
  /** Goes on with a watch of a replica that is gone, in the same message. Never rejects. */
  resume(entry: Entry): Promise<void>;
  /** The process ends: all watches do, and their messages say so until another replica goes on with them. */
  stopAll(): void;
  settled(): Promise<void>;
}

interface WatchesDeps {
  readonly answerer: Pick<Answerer, 'look'>;
  readonly delivery: Delivery;
  readonly poster: Poster;
  readonly store: Store;
  readonly logger: SlackLogger;
  readonly now: () => number;
  readonly wait: Wait;
  readonly parse: (words: string) => Request;
  /** Several replicas: where a watch is written down, so that it outlives its own. */
  readonly journal?: Journal;
}

/** An answer that says more than "healthy", "which one?" or "there is none". */
export function isWorthWatching(look: Answer): boolean {
  return outlookOf(look) === 'goes-on' && look.findings?.[0]?.check !== 'service-not-found';
}

export function createWatches(deps: WatchesDeps): Watches {
  const { delivery, store } = deps;
  const process = new AbortController();
  const running = new Map<string, AbortController>();
  const underWay = new Set<Promise<void>>();
  let taken = 0;

  /** Not in the place of a message that may be the watch itself. */
  async function refused(place: Place, why: Answer): Promise<undefined> {
    if (place.kind === 'update' && running.has(idOf(place)))
      await deps.poster.ephemeral(place.channel, place.userId, renderSlack(why));
    else await delivery.deliver(place, why);
    return undefined;
  }

  /** Never rejects: nobody waits for it. */
  async function untilEnded(
    followed: Followed,
    own: AbortController,
    id: string,
    claim: Claim,
    entry: Promise<Entry | undefined>,
  ): Promise<void> {
    let ended: Awaited<ReturnType<typeof follow>> | undefined;
    try {
      ended = await follow({ ...deps, load: () => running.size }, followed);
      deps.logger.info('watch ended', { outcome: ended, durationMs: deps.now() - followed.watch.startedAt });
    } catch (error) {
      deps.logger.error('watch failed', { error: error instanceof Error ? error.name : 'unknown' });
    }
    taken -= 1;
    if (running.get(id) === own) running.delete(id);
    await claim.release().catch(() => undefined);
    const written = await entry;
    if (ended === 'process') await written?.release();
    else await written?.done();
  }

  /** Follows in the background. */
  function run(
    asker: Asker,
    at: Delivered,
    first: FirstLook,
    watch: ReturnType<typeof beginWatch>,
    claim: Claim,
    inherited?: Entry,
  ): void {
    const id = idOf(at);
    const own = new AbortController();
    running.set(id, own);
    const record = watchRecord({ asker, at, claim: claim.key, startedAt: watch.startedAt }, first.request);
    const entry = inherited === undefined ? (deps.journal?.begin('watch', record) ?? none) : Promise.resolve(inherited);
    const renew = async (): Promise<void> => claim.renew((await entry)?.id);
    const followed = {
      asker,
      at,
      watch,
      request: first.request,
      look: first.answer,
      stopped: own.signal,
      process: process.signal,
      async goesOn() {
        await renew();
        return own.signal.aborted || (await store.get(stopKey(id))) === undefined;
      },
    };
    void entry.then((written) => written && claim.renew(written.id));
    const going = untilEnded(followed, own, id, claim, entry);
    underWay.add(going);
    void going.finally(() => underWay.delete(going));
  }

  return {
    async begin(asker, place, { answer: look, request: asked }) {
      const request = located(asked, look);
      const { service, namespace } = request;
      const name = code(namespace === undefined ? service : `${namespace}/${service}`);
      if (taken >= mostWatches || process.signal.aborted) return refused(place, tooMany(request));
      const claim = await claimPlace(store, place, formatRequest(request));
      if (claim === undefined) {
        return refused(place, answer('other', text`I am watching ${name} here already; its message goes on.`));
      }
      taken += 1;
      const startedAt = deps.now();
      const watch = beginWatch(look, startedAt);
      const inThePlace: Place =
        place.kind === 'private' ? { kind: 'post', channel: place.userId, userId: place.userId } : place;
      let at: Delivered | undefined;
      try {
        const tail = watchButton(request, look, 'goes-on');
        at = await delivery.deliver(inThePlace, watchAnswer(request, watch, look, startedAt), { tail });
      } finally {
        if (at === undefined) {
          taken -= 1;
          await claim.release();
        }
      }
      if (at === undefined) return undefined;
      // A message that goes on after it was stopped is stopped no more.
      await store.set(stopKey(idOf(at)), '1', 1);
      run(asker, at, { answer: look, request }, watch, claim);
      if (place.kind === 'private') {
        const where = text`I am watching ${name} in your direct messages with k8s-svc: a private answer here cannot be kept up to date.`;
        await delivery.deliver(place, answer('other', where));
      }
      return at;
    },
    async resume(entry) {
      const record = watchIn(entry.data, deps.parse);
      if (record === undefined) return entry.done();
      if (process.signal.aborted) return entry.release();
      const { asker, at, request, startedAt } = record;
      const id = idOf(at);
      if ((await store.get(stopKey(id))) !== undefined) return entry.done();
      const claim = await retakePlace(store, record.claim, entry.id);
      // Somebody began it anew.
      if (claim === undefined) return entry.done();
      // Our own, whose lease nobody could renew for a while, goes on as it did.
      if (running.has(id)) return;
      const look = await deps.answerer.look(asker, request);
      taken += 1;
      run(asker, at, { answer: look, request }, beginWatch(look, startedAt), claim, entry);
    },
    async stop(at, request) {
      const id = idOf(at);
      const own = running.get(id);
      if (own !== undefined) {
        own.abort();
        return;
      }
      await store.set(stopKey(id), '1', stopTtlMs);
      const stopped = answer('triage', text`Stopped watching ${code(request.service)}.`);
      await deps.poster.update(at.channel, at.ts, renderSlack(stopped, { tail: watchButton(request, stopped, 'stopped') }));
    },
    stopAll() {
      process.abort();
    },
    async settled() {
      await Promise.all(underWay);
    },
  };
}

const none = Promise.resolve(undefined);
const idOf = ({ channel, ts }: WatchAt): string => `${channel}:${ts}`;
const stopKey = (id: string): string => `watch-stopped:${id}`;

/** With the namespace in which the Service was found, so that every look is at the same one. */
function located(request: WatchRequest, look: Answer): WatchRequest {
  const object = look.judged?.[0]?.object;
  if (request.namespace !== undefined || object?.namespace === undefined) return request;
  const { allNamespaces: _, ...rest } = request;
  return { ...rest, namespace: object.namespace };
}

function tooMany(request: WatchRequest): Answer {
  const problem = badRequest(
    `I follow ${mostWatches} Services at once and have no room for another watch now.`,
    'Try again in some minutes.',
    `Or in the terminal: k8s-svc ${formatRequest(request)}`,
  );
  return problemToAnswer(problem, '');
}
