import { buildSnapshot } from '../../model/build-snapshot.ts';
import { observed } from '../../model/observed.ts';
import type { ResourceName } from '../../model/resources.ts';
import type { Snapshot } from '../../model/snapshot.ts';

const workloads = ['deployments', 'statefulsets', 'daemonsets', 'replicasets', 'pods'] as const;
const kinds = ['services', 'endpointslices', 'ingresses', 'httproutes', 'ingressclasses', 'gateways'] as const;

/** True when the text has something that a Service could select. */
export function hasWorkload(text: Snapshot): boolean {
  return workloads.some((resource) => has(text, resource));
}

/**
 * An empty cluster to put the objects of a text into. A kind of which the text has none was not read: what it refers to
 * may well be in the cluster.
 */
export function textAlone(text: Snapshot): Snapshot {
  const read: readonly ResourceName[] = [
    ...(hasWorkload(text) ? workloads : []),
    ...kinds.filter((resource) => has(text, resource)),
    // Slices come of the Services and pods of the text.
    ...(has(text, 'services') && !has(text, 'endpointslices') ? (['endpointslices'] as const) : []),
  ];
  const { cluster, scope, takenAt } = text;
  return buildSnapshot({
    cluster,
    scope,
    takenAt,
    lists: Object.fromEntries(read.map((resource) => [resource, { everywhere: observed([]) }])),
  });
}

function has(text: Snapshot, resource: ResourceName): boolean {
  const list = text.all(resource);
  return list.read && list.value.length > 0;
}
