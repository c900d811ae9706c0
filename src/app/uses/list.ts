import type { Answer } from '../../core/answer/answer.ts';
import type { ListRequest } from '../../core/ask/request.ts';
import { listNeeds, listServices } from '../../core/list/list-services.ts';
import { scopeOf } from '../area-scope.ts';
import type { RequestContext } from '../assistant.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';
import { refuseUnknownNamespace } from '../known-namespace.ts';

export async function list(request: ListRequest, deps: AssistantDeps, { signal }: RequestContext): Promise<Answer> {
  const reader = await readerOf(deps.clusters, request.cluster);
  const scope = scopeOf(request, reader);
  const snapshot = await reader.read(scope, listNeeds, signal);
  await refuseUnknownNamespace(reader, snapshot, signal);
  return listServices(snapshot, {
    ...(scope.kind === 'namespace' && { namespace: scope.namespace }),
    ...(request.type !== undefined && { type: request.type }),
  });
}
