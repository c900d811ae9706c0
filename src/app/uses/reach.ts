import type { Answer } from '../../core/answer/answer.ts';
import type { ReachRequest } from '../../core/ask/request.ts';
import { reachAll } from '../../core/reach/reach-all.ts';
import { parseEndWords, type EndWords } from '../../core/reach/end-words.ts';
import { reachNeeds } from '../../core/reach/needs.ts';
import { reach as reachOne } from '../../core/reach/reach.ts';
import type { RequestContext } from '../assistant.ts';
import { askAbout } from '../access/guard-reader.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';

/** A connection may cross namespaces, so the whole cluster is read: one list for each resource. */
export async function reach(request: ReachRequest, deps: AssistantDeps, { signal }: RequestContext): Promise<Answer> {
  const reader = await readerOf(deps.clusters, request.cluster);
  for (const end of [request.from, request.to]) if (end !== undefined) askAbout(reader, namespaceOf(parseEndWords(end)));
  askAbout(reader, request.namespace);
  const snapshot = await reader.read({ kind: 'cluster' }, reachNeeds, signal);
  const area = request.namespace === undefined ? {} : { namespace: request.namespace };
  if (request.from === undefined || request.to === undefined) return reachAll(snapshot, area);
  const first = request.namespace ?? reader.defaultNamespace;
  return reachOne(snapshot, request.from, request.to, first === undefined ? {} : { namespace: first });
}

/** Also of a name as DNS has it: `checkout.shop.svc`. */
function namespaceOf(words: EndWords): string | undefined {
  if (words.is === 'namespace') return words.name;
  if (words.is !== 'object') return undefined;
  return words.namespace ?? (words.name.includes('.') ? words.name.split('.')[1] : undefined);
}
