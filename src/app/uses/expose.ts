import type { Answer } from '../../core/answer/answer.ts';
import { note } from '../../core/answer/build.ts';
import { text } from '../../core/answer/text.ts';
import type { ExposeRequest, ManifestRequest } from '../../core/ask/request.ts';
import type { Problem } from '../../core/problem/problem.ts';
import { exposeAnswer, manifestRequestAnswer, proposalOf } from '../../core/tree/answer-request.ts';
import type { Proposal } from '../../core/tree/propose.ts';
import type { RequestContext } from '../assistant.ts';
import type { AssistantDeps } from '../deps.ts';
import { proveManifest } from '../prove-manifest.ts';
import { surroundingsOfWorkload } from '../surroundings-of-workload.ts';
import { patch } from './patch.ts';
import { withProof } from '../with-proof.ts';

/** The decision about one workload, filled from the cluster where there is one. */
export function expose(request: ExposeRequest, deps: AssistantDeps, context: RequestContext): Promise<Answer> {
  return propose(request, deps, context, (proposal) => exposeAnswer(request, proposal));
}

/** YAML for one workload, proven as far as the cluster can be read. */
export function manifest(request: ManifestRequest, deps: AssistantDeps, context: RequestContext): Promise<Answer> {
  if (request.patch === true) return patch(request, deps, context);
  return propose(request, deps, context, (proposal) => manifestRequestAnswer(request, proposal));
}

async function propose(
  request: ExposeRequest | ManifestRequest,
  deps: AssistantDeps,
  context: RequestContext,
  say: (proposal: Proposal) => Answer,
): Promise<Answer> {
  const around = await surroundingsOfWorkload(request.workload, request, deps, context);
  const proposal = proposalOf(request, around.facts);
  if (around.facts === undefined) return withUnreadCluster(say(proposal), around.unreadBecause);
  const proven = await proveManifest(proposal, around.reader, deps, context.signal);
  return withProof(say(proven.proposal), proven);
}

/** A decision without the cluster is still one, but it has to say that it did not look. */
export function withUnreadCluster(answer: Answer, because: Problem | undefined): Answer {
  return because === undefined
    ? answer
    : { ...answer, parts: [...answer.parts, note(text`No cluster was read: ${because.say}`)] };
}
