import type { Answer } from '../../core/answer/answer.ts';
import { firstOf } from '../../core/ask/asked-facts.ts';
import { formatRequest } from '../../core/ask/format-request.ts';
import type { ManifestRequest, Request } from '../../core/ask/request.ts';
import { hasForm } from '../../render/slack/views/manifest-form-view.ts';

/** What the buttons of an answer with a manifest run, in words. */
export interface ManifestButtons {
  /** Opens the form with this request; absent where there is nothing to change. */
  readonly change?: string;
  /** The same answer again, for its files. */
  readonly file?: string;
}

export function manifestButtons(answer: Answer, request: Request | undefined): ManifestButtons {
  if (request === undefined || answer.problem !== undefined || (answer.manifests ?? []).length === 0) return {};
  const change = changeable(answer, request);
  return { file: formatRequest(request), ...(change === undefined ? {} : { change: formatRequest(change) }) };
}

/** The request for the manifest of a decision, as its own buttons say it. */
function changeable({ intent, facts = {}, recommendation }: Answer, request: Request): ManifestRequest | undefined {
  if (request.verb === 'manifest') return request.patch === true || !hasForm(request.type) ? undefined : request;
  if ((intent !== 'decide' && intent !== 'manifest') || recommendation === undefined || !hasForm(recommendation.type))
    return undefined;
  if (request.verb !== 'expose' && request.verb !== 'ask') return undefined;
  const { workload: named, namespace: said, ...known } = facts;
  const workload = request.verb === 'expose' ? request.workload : firstOf(named);
  const namespace = request.namespace ?? firstOf(said);
  return {
    verb: 'manifest',
    type: recommendation.type,
    known,
    ...(workload === undefined ? {} : { workload }),
    ...(namespace === undefined ? {} : { namespace }),
    ...(request.cluster === undefined ? {} : { cluster: request.cluster }),
    ...(request.verb === 'expose' && request.admits !== undefined ? { admits: request.admits } : {}),
    ...(request.verb === 'expose' && request.sticky === true ? { sticky: true } : {}),
  };
}
