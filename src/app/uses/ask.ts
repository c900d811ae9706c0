import type { Answer } from '../../core/answer/answer.ts';
import { answerText } from '../../core/ask/answer-text.ts';
import { allOf, firstOf } from '../../core/ask/asked-facts.ts';
import type { AskRequest, Request } from '../../core/ask/request.ts';
import { understand } from '../../core/ask/understand/understand.ts';
import type { Names } from '../../core/ask/understand/understanding.ts';
import type { RequestContext } from '../assistant.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';
import { knownNames } from '../known-names.ts';
import { proveManifest } from '../prove-manifest.ts';
import { surroundingsOfWorkload, type WorkloadSurroundings } from '../surroundings-of-workload.ts';
import { withProof } from '../with-proof.ts';
import { withUnreadCluster } from './expose.ts';

/** A message in a person's own words: understood first, then answered, or run as the verb that it amounts to. */
export async function ask(
  request: AskRequest,
  deps: AssistantDeps,
  context: RequestContext,
  run: (request: Request) => Promise<Answer>,
): Promise<Answer> {
  const offline = deps.clusters.defaultName === undefined && request.cluster === undefined;
  const understood = understand(request.text, offline ? undefined : await namesIn(request, deps, context));
  const around: WorkloadSurroundings = needsCluster(understood.intent)
    ? await surroundingsOfWorkload(nameIn(request, understood.facts), areaOf(request, understood.facts), deps, context)
    : { unreadBecause: undefined };
  const outcome = answerText({
    request,
    understood,
    offline,
    ...(around.facts === undefined ? {} : { cluster: around.facts }),
  });
  if ('answer' in outcome) {
    if (outcome.provable === undefined || around.facts === undefined)
      return withUnreadCluster(outcome.answer, around.unreadBecause);
    const proven = await proveManifest(outcome.provable.proposal, around.reader, deps, context.signal);
    return withProof(outcome.provable.say(proven.proposal), proven);
  }
  const answer = await run(outcome.run);
  return { ...answer, facts: { ...understood.facts, ...request.known } };
}

/** undefined when no cluster can be read: what that means for the answer is said where the cluster is needed. */
async function namesIn(request: AskRequest, deps: AssistantDeps, { signal }: RequestContext): Promise<Names | undefined> {
  try {
    return await knownNames(await readerOf(deps.clusters, request.cluster), deps.now(), signal, request.text);
  } catch (error) {
    if (request.cluster !== undefined) throw error;
    return undefined;
  }
}

/** A choice is filled from the cluster; the other intents read what their verb needs. */
function needsCluster(intent: Answer['intent']): boolean {
  return intent === 'decide' || intent === 'manifest';
}

type StatedFacts = AskRequest['known'];

function nameIn({ known }: AskRequest, facts: StatedFacts): string | undefined {
  return [...allOf(known.workload), ...allOf(known.service), ...allOf(facts.workload), ...allOf(facts.service)][0];
}

function areaOf(request: AskRequest, facts: StatedFacts): AskRequest {
  const namespace = request.namespace ?? firstOf(request.known.namespace) ?? firstOf(facts.namespace);
  return namespace === undefined ? request : { ...request, namespace };
}
