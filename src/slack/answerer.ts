import type { Answer } from '../core/answer/answer.ts';
import { answer as answerOf } from '../core/answer/build.ts';
import { useTarget } from '../app/use-target.ts';
import { withKnownCluster, withOwnName } from '../app/with-known-cluster.ts';
import type { KnownNames } from '../core/ask/follow-up/follow-up.ts';
import type { Request } from '../core/ask/request.ts';
import { badRequest, Problem } from '../core/problem/problem.ts';
import { problemToAnswer } from '../core/problem/problem-to-answer.ts';
import type { AccessOf } from './access/slack-access.ts';
import { keepDefaults, readDefaults, withDefaults, type ChannelDefaults } from './channel-defaults.ts';
import type { Asker, SlackAppDeps } from './deps.ts';
import { unobserved } from './observer.ts';
import { createRateLimit } from './rate-limit.ts';
import type { Store } from './store.ts';

/** An answer with the request it is to; no request when the words made none. */
interface Answered {
  readonly answer: Answer;
  readonly request?: Request;
  /** The person started over. */
  readonly forgets?: true;
  /** One of too many, which was said already: no answer where others read it. */
  readonly unsaid?: true;
  /** Only the person may see it, although others would read it where it was asked for. */
  readonly privately?: true;
}

/** The request that words come to; undefined when the person wants to start over. May throw a Problem. */
export type ToRequest = () => Request | undefined | Promise<Request | undefined>;

/** What goes on while an answer is on its way. */
interface Meanwhile {
  /** Called with a short sentence while long work goes on. */
  readonly progress?: (say: string) => void;
  /** Aborts when the person wants no answer any more. */
  readonly stopped?: AbortSignal | undefined;
  /** A fresh one by default. */
  readonly requestId?: string;
}

export interface Answerer {
  /** Never rejects: whatever goes wrong is an answer. */
  answer(asker: Asker, toRequest: ToRequest, meanwhile?: Meanwhile): Promise<Answered>;
  /** Another look of the same kind: authorised like the first, with a deadline of its own and no line in the log. Never rejects. */
  look(asker: Asker, request: Request): Promise<Answer>;
  /** Rejects with a Problem when this person may not ask this here, now. */
  authorise(asker: Asker, request: Request): Promise<void>;
  /** The names that exist in a cluster, as far as they can be read. Never rejects. */
  names(asker: Asker, cluster: string | undefined): Promise<KnownNames | undefined>;
  /** What a person gets for something thrown outside of a request. */
  sorry(thrown: unknown): Answer;
}

const defaultDeadlineMs = 10_000;

const stoppedAnswer = answerOf('smalltalk', 'Stopped. Ask me again when you like.');
const noNames = { names: [] };
const onlyAlone = new Problem('not-allowed', 'This is about a private namespace, which is not shown here.', [
  'Ask in private: the slash command, or a direct message.',
]);

const forgotten = answerOf('smalltalk', 'Forgotten. Ask me anew: what was said here before counts no more.');

/** Runs requests with one deadline, the authorisation of now, and a log line each that holds no words of anyone. */
export function createAnswerer(
  deps: SlackAppDeps & { readonly store: Store; readonly access: AccessOf },
  stopping: AbortSignal,
): Answerer {
  const deadlineMs = deps.deadlineMs ?? defaultDeadlineMs;
  const observer = deps.observer ?? unobserved;
  const tooManyOf = createRateLimit(deps.rateLimits ?? { perUser: 0, perChannel: 0 }, deps.now);

  async function mayAsk(asker: Asker, request: Request): Promise<void> {
    if ((await deps.mayAsk?.(asker, request)) === false) {
      throw badRequest('You may not ask this here.', 'Ask whoever runs k8s-svc to allow you or this channel.');
    }
  }

  /** For what reads no cluster: where one is read, the assistant holds the rules itself. */
  async function authorise(asker: Asker, request: Request): Promise<void> {
    await mayAsk(asker, request);
    const access = await deps.access(asker);
    const cluster = request.cluster ?? deps.assistant.clusters?.defaultName;
    if (access === undefined || cluster === undefined) return;
    const here = access.at(cluster, request.verb);
    here.enter();
    if ('namespace' in request && request.namespace !== undefined) here.ask(request.namespace);
  }

  async function run(
    request: Request,
    asker: Asker,
    requestId: string,
    { progress, stopped }: Meanwhile = {},
  ): Promise<{ readonly answer: Answer; readonly privately: boolean }> {
    await mayAsk(asker, request);
    const access = await deps.access(asker);
    // What is being read may be private, which is only known when it was.
    const mayTell = access === undefined || asker.seenBy !== 'either';
    const signal = AbortSignal.any([AbortSignal.timeout(deadlineMs), stopping, ...(stopped === undefined ? [] : [stopped])]);
    const answer = await Promise.race([
      deps.assistant.answer(request, {
        signal,
        requestId,
        ...(progress !== undefined && mayTell && { progress }),
        ...(access !== undefined && { access }),
      }),
      aborted(signal, stopping, deadlineMs),
    ]);
    const privately = access?.isPrivate() === true;
    if (privately && asker.seenBy !== 'either') throw onlyAlone;
    return { answer, privately };
  }

  async function defaultsOf({ channelId, besides }: Asker): Promise<ChannelDefaults | undefined> {
    const here = await readDefaults(deps, channelId);
    return here ?? (besides === undefined ? undefined : readDefaults(deps, besides));
  }

  async function answered(asker: Asker, toRequest: ToRequest, requestId: string, meanwhile: Meanwhile): Promise<Answered> {
    const started = deps.now();
    let request: Request | undefined;
    let answer: Answer;
    let privately = false;
    const tooMany = tooManyOf(asker);
    try {
      if (tooMany !== undefined) throw tooMany.problem;
      const asked = await toRequest();
      if (asked === undefined) {
        deps.logger.info('request', { requestId, outcome: 'forgotten', user: asker.userId });
        observer.answered({ requestId, asker, answer: forgotten, durationMs: deps.now() - started });
        return { answer: forgotten, forgets: true };
      }
      const { clusters } = deps.assistant;
      const defaults = withOwnName((await defaultsOf(asker)) ?? {}, clusters);
      request = withKnownCluster(withDefaults(withKnownCluster(asked, clusters), defaults), clusters);
      ({ answer, privately } = await run(request, asker, requestId, meanwhile));
      if (request.verb === 'use' && answer.problem === undefined) {
        answer = await keepDefaults(deps.store, asker.channelId, useTarget(request.target, clusters ?? noNames), answer);
      }
    } catch (thrown) {
      if (meanwhile.stopped?.aborted === true) {
        const durationMs = deps.now() - started;
        deps.logger.info('request', { requestId, outcome: 'stopped', user: asker.userId });
        observer.answered({ requestId, asker, ...(request !== undefined && { request }), answer: stoppedAnswer, durationMs });
        return { answer: stoppedAnswer };
      }
      if (!(thrown instanceof Problem)) deps.logger.error('request failed', { requestId, error: nameOf(thrown) });
      answer = problemToAnswer(thrown, requestId);
    }
    const outcome = answer.problem?.code ?? 'answered';
    const durationMs = deps.now() - started;
    deps.logger.info('request', { requestId, verb: request?.verb, outcome, durationMs, user: asker.userId });
    if (tooMany !== undefined) observer.refused('too-many');
    const said = request === undefined ? { answer } : { answer, request };
    observer.answered({ requestId, asker, ...said, durationMs });
    return { ...said, ...(privately && { privately }), ...(tooMany?.said === true && { unsaid: true }) };
  }

  return {
    authorise,
    answer(asker, toRequest, meanwhile = {}) {
      const { requestId = deps.newRequestId() } = meanwhile;
      return observer.within(requestId, () => answered(asker, toRequest, requestId, meanwhile));
    },
    look(asker, request) {
      const requestId = deps.newRequestId();
      return observer.within(requestId, async () => {
        const started = deps.now();
        const answer = await run(request, asker, requestId).then(
          (ran) => ran.answer,
          (thrown: unknown) => problemToAnswer(thrown, requestId),
        );
        observer.answered({ requestId, asker: { ...asker, via: 'watch' }, request, answer, durationMs: deps.now() - started });
        return answer;
      });
    },
    async names(asker, cluster) {
      const signal = AbortSignal.any([AbortSignal.timeout(deadlineMs), stopping]);
      const access = await deps.access(asker);
      return deps.assistant.names?.(cluster, { signal, requestId: '', ...(access !== undefined && { access }) });
    },
    sorry(thrown) {
      const requestId = deps.newRequestId();
      if (!(thrown instanceof Problem)) deps.logger.error('listener failed', { requestId, error: nameOf(thrown) });
      return problemToAnswer(thrown, requestId);
    },
  };
}

/** Rejects when the signal does, so that the person gets an answer even when the work does not heed it. */
function aborted(signal: AbortSignal, stopping: AbortSignal, deadlineMs: number): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener(
      'abort',
      () =>
        reject(
          stopping.aborted
            ? new Problem('timeout', 'k8s-svc is restarting and did not finish this.', ['Ask again in a minute.'])
            : new Problem('timeout', `No answer from the cluster within ${deadlineMs / 1_000} s.`, [
                'Try again, or narrow the question to one namespace: -n NAMESPACE',
              ]),
        ),
      { once: true },
    );
  });
}

/** The kind of an error: its message may hold a response body or a token. */
function nameOf(thrown: unknown): string {
  if (!(thrown instanceof Error)) return typeof thrown;
  const at = thrown.stack?.split('\n').find((line) => line.trimStart().startsWith('at '));
  return `${thrown.name}${at === undefined ? '' : ` ${at.trim()}`}`;
}
