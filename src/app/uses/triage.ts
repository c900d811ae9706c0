import type { Answer } from '../../core/answer/answer.ts';
import type { TriageRequest, WatchRequest } from '../../core/ask/request.ts';
import { viewService } from '../../core/model/service-view.ts';
import { drawTrafficPath } from '../../core/picture/draw-traffic-path.ts';
import { triageAnswer } from '../../core/triage/triage-answer.ts';
import { triageView } from '../../core/triage/triage-service.ts';
import { triageResources } from '../../core/triage/wanted.ts';
import type { RequestContext } from '../assistant.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';
import { locateService } from '../locate-service.ts';
import { withPicture } from './with-picture.ts';

/** Triage, or one look of a watch: following over time is the front end's part. */
export async function triage(
  request: TriageRequest | WatchRequest,
  deps: AssistantDeps,
  { signal }: RequestContext,
): Promise<Answer> {
  const reader = await readerOf(deps.clusters, request.cluster);
  const { service } = request;
  const located = await locateService(reader, service, request, (namespace) => ({ ...request, namespace }), 'triage', signal);
  if ('ask' in located) return located.ask;
  const { namespace } = located;
  const snapshot = await reader.read({ kind: 'service', namespace, name: service, around: true }, triageResources, signal);
  const view = viewService(snapshot, namespace, service);
  const found = triageView(view, 'alone', deps.ignored);
  const answer = triageAnswer(view, found, request.verb === 'triage' && request.why);
  if (view.service === undefined) return answer;
  const picture = drawTrafficPath(snapshot, view.service, found.findings);
  return withPicture(answer, picture, { ...request, verb: 'triage', namespace, why: false }, service);
}
