import { nearest } from '../core/ask/nearest.ts';
import type { Service } from '../core/model/kinds/service.ts';
import { grantFor } from '../core/model/resources.ts';
import { viewService } from '../core/model/service-view.ts';
import type { Snapshot } from '../core/model/snapshot.ts';
import { Problem } from '../core/problem/problem.ts';

/** The Service, or a Problem that says where else it is, or which names come near. */
export function serviceOrProblem(snapshot: Snapshot, namespace: string, name: string): Service {
  const view = viewService(snapshot, namespace, name);
  if (view.service !== undefined) return view.service;
  const { services } = view.neighbourhood;
  if (!services.read) {
    throw new Problem('cluster-forbidden', `The Services of namespace ${namespace} could not be read.`, [
      `Grant: ${grantFor('services', namespace)}`,
    ]);
  }
  const elsewhere = snapshot.servicesNamed(name);
  const namespaces = elsewhere.read ? elsewhere.value.map((one) => one.metadata.namespace) : [];
  const near = nearest(
    name,
    services.value.map((one) => one.metadata.name),
  );
  throw new Problem('service-not-found', `There is no Service "${name}" in namespace ${namespace}.`, [
    ...(namespaces.length > 0 ? [`It exists in ${namespaces.slice(0, 5).join(', ')}: add -n ${namespaces[0]}`] : []),
    ...(near.length > 0 ? [`Did you mean ${near.join(' or ')}?`] : []),
    `See all: list -n ${namespace}`,
  ]);
}
