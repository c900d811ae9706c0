import type { Answer } from '../../core/answer/answer.ts';
import { parseObjectName } from '../../core/ask/object-name.ts';
import type { ExplainRequest } from '../../core/ask/request.ts';
import { explainNeeds, explainService } from '../../core/explain/explain-service.ts';
import { explainTwo } from '../../core/explain/explain-two.ts';
import { viewService } from '../../core/model/service-view.ts';
import type { Scope } from '../../core/model/snapshot.ts';
import { drawTrafficPath, pictureNeeds } from '../../core/picture/draw-traffic-path.ts';
import { badRequest } from '../../core/problem/problem.ts';
import { triageView } from '../../core/triage/triage-service.ts';
import type { RequestContext } from '../assistant.ts';
import { askAbout } from '../access/guard-reader.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';
import { locateService } from '../locate-service.ts';
import { serviceOrProblem } from '../missing-service.ts';
import { withPicture } from './with-picture.ts';

/** One Service explained, or two compared. */
export async function explain(request: ExplainRequest, deps: AssistantDeps, { signal }: RequestContext): Promise<Answer> {
  const reader = await readerOf(deps.clusters, request.cluster);
  const places: { readonly namespace: string; readonly name: string }[] = [];
  for (const [index, words] of request.services.entries()) {
    const { name, namespace: own } = parseObjectName(words, 'Service');
    const area = own === undefined ? request : { ...request, namespace: own };
    const requestIn = (namespace: string): ExplainRequest => ({
      ...request,
      services: request.services.with(index, `${namespace}/${name}`),
    });
    const located = await locateService(reader, name, area, requestIn, 'explain', signal);
    if ('ask' in located) return located.ask;
    // Two Services are read with the whole cluster.
    askAbout(reader, located.namespace);
    places.push({ namespace: located.namespace, name });
  }
  const [one, other] = places;
  if (one === undefined) throw badRequest('explain needs SERVICE.', 'For example: explain web -n shop');
  const snapshot = await reader.read(
    scopeFor(one, other),
    other === undefined ? [...explainNeeds, ...pictureNeeds] : explainNeeds,
    signal,
  );
  const service = serviceOrProblem(snapshot, one.namespace, one.name);
  if (other === undefined) {
    // Checks whose facts explain does not read are skipped: the picture then names what is seen in place of its cause.
    const { findings } = triageView(viewService(snapshot, one.namespace, one.name), 'alone', deps.ignored);
    const picture = drawTrafficPath(snapshot, service, findings);
    const again = { ...request, services: [one.name], namespace: one.namespace };
    return withPicture(explainService(snapshot, service), picture, again, one.name);
  }
  return explainTwo(snapshot, service, serviceOrProblem(snapshot, other.namespace, other.name));
}

/** As narrow as both Services allow. */
function scopeFor(one: { namespace: string; name: string }, other: { namespace: string } | undefined): Scope {
  if (other === undefined) return { kind: 'service', ...one };
  return one.namespace === other.namespace ? { kind: 'namespace', namespace: one.namespace } : { kind: 'cluster' };
}
