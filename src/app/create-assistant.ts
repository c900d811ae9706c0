import type { Answer } from '../core/answer/answer.ts';
import type { Request } from '../core/ask/request.ts';
import { problemToAnswer } from '../core/problem/problem-to-answer.ts';
import { Problem } from '../core/problem/problem.ts';
import { guardClusters } from './access/guard-reader.ts';
import type { Assistant, RequestContext } from './assistant.ts';
import { readerOf } from './clusters.ts';
import type { AssistantDeps } from './deps.ts';
import { keepCluster } from './keep-cluster.ts';
import { knownNames } from './known-names.ts';
import { help } from './uses/help.ts';
import { ask } from './uses/ask.ts';
import { expose, manifest } from './uses/expose.ts';
import { explain } from './uses/explain.ts';
import { list } from './uses/list.ts';
import { reach } from './uses/reach.ts';
import { review } from './uses/review.ts';
import { ofCluster } from './of-cluster.ts';
import { scan } from './uses/scan.ts';
import { scanAll } from './uses/scan-all.ts';
import { triage } from './uses/triage.ts';
import { use } from './uses/use.ts';
import { withKnownCluster } from './with-known-cluster.ts';

/** One function per use; whatever is thrown below becomes an answer here. */
export function createAssistant(deps: AssistantDeps): Assistant {
  return {
    clusters: deps.clusters,
    async answer(asked, context) {
      const request = withKnownCluster(asked, deps.clusters);
      try {
        return ofCluster(keepCluster(await dispatch(request, deps, context), request), request, deps.clusters);
      } catch (error) {
        const problem = timedOut(error, context) ?? error;
        if (!(problem instanceof Problem)) deps.onError?.(context.requestId, problem);
        return ofCluster(problemToAnswer(problem, context.requestId, intentOf(request)), request, deps.clusters);
      }
    },
    async names(cluster, { signal, access }) {
      try {
        const clusters = access === undefined ? deps.clusters : guardClusters(deps.clusters, access, 'ask');
        const names = await knownNames(await readerOf(clusters, cluster), deps.now(), signal);
        return names === undefined
          ? undefined
          : {
              ...names,
              clusters: [...deps.clusters.names, ...(deps.clusters.aliases?.keys() ?? [])],
            };
      } catch {
        return undefined;
      }
    },
  };
}

/** Reads as whoever asks may, with the verb that it comes to: what a question in free text amounts to is decided again. */
function dispatch(request: Request, all: AssistantDeps, context: RequestContext): Promise<Answer> | Answer {
  const { access } = context;
  const deps = access === undefined ? all : { ...all, clusters: guardClusters(all.clusters, access, request.verb) };
  switch (request.verb) {
    case 'triage':
    case 'watch':
      return triage(request, deps, context);
    case 'scan':
      return request.allClusters === true ? scanAll(request, deps, context) : scan(request, deps, context);
    case 'explain':
      return explain(request, deps, context);
    case 'list':
      return list(request, deps, context);
    case 'reach':
      return reach(request, deps, context);
    case 'help':
      return help(request, deps.clusters);
    case 'ask':
      return ask(request, deps, context, async (asked) => dispatch(asked, all, context));
    case 'expose':
      return expose(request, deps, context);
    case 'manifest':
      return manifest(request, deps, context);
    case 'review':
      return review(request, deps, context);
    case 'use':
      return use(request, deps, context);
    default:
      return request satisfies never;
  }
}

function timedOut(error: unknown, { signal }: RequestContext): Problem | undefined {
  const isAbort = error instanceof Error && (error.name === 'AbortError' || error.name === 'TimeoutError');
  return isAbort && signal.aborted
    ? new Problem(
        'timeout',
        'This took too long and was stopped.',
        ['Ask about a smaller part (-n NAMESPACE), or try again.'],
        error,
      )
    : undefined;
}

function intentOf({ verb }: Request): Answer['intent'] {
  switch (verb) {
    case 'triage':
    case 'watch':
      return 'triage';
    case 'explain':
    case 'scan':
    case 'list':
    case 'manifest':
    case 'reach':
    case 'review':
      return verb;
    case 'expose':
      return 'decide';
    case 'ask':
    case 'help':
    case 'use':
      return 'other';
    default:
      return verb satisfies never;
  }
}
