import type { Answer } from '../../core/answer/answer.ts';
import type { WatchRequest } from '../../core/ask/request.ts';
import { watchAnswer, type Ending } from '../../core/watch/watch-answer.ts';
import { afterLook, outlookOf, watchLimits, type Watch } from '../../core/watch/watch.ts';
import { renderSlack } from '../../render/slack/render-slack.ts';
import type { Answerer } from '../answerer.ts';
import type { Poster } from '../deliver/poster.ts';
import { slackError } from '../deliver/retry.ts';
import type { Asker } from '../deps.ts';
import type { SlackLogger } from '../logger.ts';
import type { Wait } from '../wait.ts';
import { watchButton } from './watch-message.ts';

/** Without news an edit only says that somebody still looks. */
const quietEveryMs = 10_000;
/** Slack takes some 50 edits a minute of one app, and the API server has better things to do: many watches go slower. */
const perWatch = { editMs: 2_000, lookMs: 200 } as const;
const mostFailures = 5;

/** Refusals of Slack that may mend; after any other one the message is gone, or the bot is. */
const passing = new Set(['ratelimited', 'internal_error', 'fatal_error', 'service_unavailable', 'request_timeout']);

interface FollowDeps {
  readonly answerer: Pick<Answerer, 'look'>;
  readonly poster: Pick<Poster, 'update'>;
  readonly logger: SlackLogger;
  readonly now: () => number;
  readonly wait: Wait;
  /** How many watches there are. */
  readonly load: () => number;
}

export interface Followed {
  readonly asker: Asker;
  readonly request: WatchRequest;
  readonly at: { readonly channel: string; readonly ts: string };
  readonly watch: Watch;
  readonly look: Answer;
  /** A person ended it. */
  readonly stopped: AbortSignal;
  /** The process ends. */
  readonly process: AbortSignal;
  /** Told at each look; false when another process has ended it, and has said so in the message. */
  goesOn(): Promise<boolean>;
}

/** Looks until there is a reason to end, and edits the message of the watch. Rejects only with what nobody expects. */
export async function follow(deps: FollowDeps, followed: Followed): Promise<Ending | 'gone'> {
  const { asker, request, at, stopped, process } = followed;
  const signal = AbortSignal.any([stopped, process]);
  const aborted = new Promise<undefined>((resolve) => {
    if (signal.aborted) resolve(undefined);
    signal.addEventListener('abort', () => resolve(undefined), { once: true });
  });
  let { watch, look } = followed;
  let editedAt = watch.startedAt;
  let failures = 0;

  function endingAt(now: number): Ending | undefined {
    if (stopped.aborted) return 'stopped';
    if (process.aborted) return 'process';
    const outlook = outlookOf(look, watch);
    if (outlook === 'healthy' || outlook === 'cannot-look') return outlook;
    return now >= watch.until ? 'time-over' : undefined;
  }

  for (;;) {
    await deps.wait(Math.max(watchLimits.everyMs, deps.load() * perWatch.lookMs), signal);
    const before = watch;
    const next = signal.aborted ? undefined : await Promise.race([deps.answerer.look(asker, request), aborted]);
    const now = deps.now();
    if (next !== undefined && !signal.aborted) {
      look = next;
      watch = afterLook(watch, look, now);
    }
    if (!(await followed.goesOn())) return 'gone';
    const ended = endingAt(now);
    const quietMs = Math.max(quietEveryMs, deps.load() * perWatch.editMs);
    if (ended === undefined && watch === before && failures === 0 && now - editedAt < quietMs) continue;
    const message = renderSlack(watchAnswer(request, watch, look, now, ended), {
      tail: watchButton(request, look, ended ?? 'goes-on'),
    });
    try {
      await deps.poster.update(at.channel, at.ts, message);
      editedAt = now;
      failures = 0;
    } catch (error) {
      const refused = slackError(error);
      if (refused !== undefined && !passing.has(refused)) return 'gone';
      failures += 1;
      deps.logger.warn('watch not edited', { error: refused ?? 'no answer', failures });
      // The last words are worth another try; a process that ends has no time for it.
      if (failures === mostFailures || process.aborted) return 'gone';
      continue;
    }
    if (ended !== undefined) return ended;
  }
}
