import type { Answer } from '../../core/answer/answer.ts';
import type { ScanRequest } from '../../core/ask/request.ts';
import type { Service } from '../../core/model/kinds/service.ts';
import { neighbourhoodOf } from '../../core/model/neighbourhood.ts';
import type { Observed } from '../../core/model/observed.ts';
import { grantFor, resources } from '../../core/model/resources.ts';
import { openOf } from '../../core/model/open-of.ts';
import type { Snapshot } from '../../core/model/snapshot.ts';
import { Problem } from '../../core/problem/problem.ts';
import { scanAnswer } from '../../core/triage/scan/scan-answer.ts';
import { triageEach, type ServiceTriage } from '../../core/triage/triage-service.ts';
import { triageResources } from '../../core/triage/wanted.ts';
import { scopeOf } from '../area-scope.ts';
import type { RequestContext } from '../assistant.ts';
import { createBreaths } from '../breaths.ts';
import { readerOf } from '../clusters.ts';
import type { AssistantDeps } from '../deps.ts';
import { refuseUnknownNamespace } from '../known-namespace.ts';

export async function scan(request: ScanRequest, deps: AssistantDeps, { signal, progress }: RequestContext): Promise<Answer> {
  const reader = await readerOf(deps.clusters, request.cluster);
  const scope = scopeOf(request, reader);
  progress?.(scope.kind === 'cluster' ? 'Reading the cluster…' : `Reading namespace ${scope.namespace}…`);
  const snapshot = await reader.read(
    scope.kind === 'cluster' ? scope : { ...scope, around: true },
    [...new Set([...triageResources, 'namespaces' as const])],
    signal,
  );
  await refuseUnknownNamespace(reader, snapshot, signal);
  const services = servicesOf(snapshot);
  const byNamespace = Map.groupBy(services, (service) => service.metadata.namespace);
  const namespaces = scope.kind === 'cluster' ? namespacesOf(snapshot, byNamespace.keys()) : [scope.namespace];
  const triages: ServiceTriage[] = [];
  const breathe = createBreaths(signal);
  // Each list is parted into its namespaces when the first of them is asked for: all at once would be one long piece.
  for (const resource of triageResources) {
    if (resources[resource].namespaced) snapshot.in(resource, namespaces[0] ?? '');
    if (breathe.isDue()) await breathe.pause();
  }
  for (const namespace of namespaces) {
    const neighbourhood = neighbourhoodOf(snapshot, namespace);
    for (const triage of triageEach(snapshot, neighbourhood, byNamespace.get(namespace) ?? [], deps.ignored)) {
      triages.push(triage);
      if (breathe.isDue()) await breathe.pause();
    }
  }
  return scanAnswer(snapshot, triages, scope.kind === 'cluster' ? undefined : scope.namespace, request.since);
}

/** A namespace without Services may have broken routes all the same; without the right to list them, those with Services. */
function namespacesOf(snapshot: Snapshot, withServices: Iterable<string>): readonly string[] {
  const all = openOf(snapshot, 'namespaces');
  return [...new Set([...(all.read ? all.value.map((one) => one.metadata.name) : []), ...withServices])].sort();
}

/** Throws a cluster-forbidden Problem: without the Services themselves there is nothing to scan. */
export function servicesOf(snapshot: Snapshot): readonly Service[] {
  const { scope } = snapshot;
  const list: Observed<readonly Service[]> =
    scope.kind === 'cluster' ? openOf(snapshot, 'services') : snapshot.in('services', scope.namespace);
  if (list.read) return list.value;
  const namespace = scope.kind === 'cluster' ? undefined : scope.namespace;
  throw new Problem(
    'cluster-forbidden',
    `The Services of ${namespace === undefined ? 'the whole cluster' : `namespace ${namespace}`} could not be read.`,
    [`Grant: ${grantFor('services', namespace)}${namespace === undefined ? ' (or ask about one namespace with -n)' : ''}`],
  );
}
