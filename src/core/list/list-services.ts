import type { Action, Answer } from '../answer/answer.ts';
import { action, answer } from '../answer/build.ts';
import { count, plain, text } from '../answer/text.ts';
import { formatRequest } from '../ask/format-request.ts';
import { unreadParts } from '../explain/unread.ts';
import type { Service } from '../model/kinds/service.ts';
import { mapObserved } from '../model/observed.ts';
import { isLimited, openOf } from '../model/open-of.ts';
import type { ResourceName } from '../model/resources.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { endpointCounter, type EndpointTally } from './endpoint-counter.ts';
import { nothingFound } from './nothing-found.ts';
import { isOfType, requestFor, typeNameOf, where, type ListScope } from './scope-words.ts';
import { serviceTable } from './service-table.ts';

/** What `list` looks at. Namespaces only tell whether an empty one exists. */
export const listNeeds: readonly ResourceName[] = ['services', 'endpointslices', 'namespaces'];

/** A table of the Services of a namespace or the cluster, by namespace and name. Throws nothing. */
export function listServices(snapshot: Snapshot, asked: ListScope): Answer {
  const { namespace, type } = asked;
  const scope: ListScope = { ...asked, limited: isLimited(snapshot) };
  const services = namespace === undefined ? openOf(snapshot, 'services') : snapshot.in('services', namespace);
  const slices = namespace === undefined ? openOf(snapshot, 'endpointslices') : snapshot.in('endpointslices', namespace);
  const read = { cluster: snapshot.cluster, at: snapshot.takenAt };
  if (!services.read) {
    return answer('list', plain('The Services could not be read.'), {
      status: 'warning',
      parts: unreadParts([services]),
      read,
    });
  }
  const found = services.value.filter((service) => isOfType(service, type)).sort(byNamespaceAndName);
  if (found.length === 0) return { ...nothingFound(snapshot, scope, services.value.length), read };
  const tally = mapObserved(slices, endpointCounter);
  const dead = tally.read ? found.filter((service) => isDead(service, tally.value)) : [];
  const pending = found.filter(isPending);
  const faults = dead.length + pending.length > 0;
  return answer('list', text`${count(found.length, kindOf(scope))} ${where(scope)}${healthWords(tally.read, dead, pending)}.`, {
    ...(tally.read || faults ? { status: faults ? 'warning' : 'ok' } : {}),
    parts: [serviceTable(found, tally, namespace === undefined, snapshot.takenAt), ...unreadParts([slices])],
    actions: nextSteps(dead[0] ?? pending[0] ?? found[0], namespace),
    read,
  });
}

/** An alias has no endpoints by design. */
function isDead(service: Service, tally: EndpointTally): boolean {
  return service.spec.type !== 'ExternalName' && tally(service).ready === 0;
}

function isPending({ spec, status }: Service): boolean {
  return spec.type === 'LoadBalancer' && status.loadBalancer.length === 0;
}

/** Files keep the order in which they were written; a cluster's order is this one. */
function byNamespaceAndName(a: Service, b: Service): number {
  return a.metadata.namespace.localeCompare(b.metadata.namespace) || a.metadata.name.localeCompare(b.metadata.name);
}

function kindOf({ type }: ListScope): string {
  return type === undefined ? 'Service' : `${typeNameOf(type)} Service`;
}

function healthWords(endpointsRead: boolean, dead: readonly Service[], pending: readonly Service[]): string {
  return [
    ...(dead.length === 0 ? [] : [`, ${dead.length} without ready endpoints`]),
    ...(pending.length === 0 ? [] : [`, ${pending.length} without an external address`]),
    ...(endpointsRead ? [] : ['; their endpoints could not be read']),
  ].join('');
}

function nextSteps(first: Service | undefined, scanned: string | undefined): Action[] {
  const scan = action('Find what is broken', requestFor('scan', scanned), 'primary');
  if (first === undefined) return [scan];
  const { name, namespace } = first.metadata;
  return [scan, action(`Explain ${name}`, formatRequest({ verb: 'explain', services: [name], namespace }))];
}
