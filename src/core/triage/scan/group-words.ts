import { count } from '../../answer/text.ts';
import { isSame, type ObjectRef } from '../../model/kinds/meta.ts';
import type { CauseGroup } from './scan-causes.ts';

/** What several Services do or lack when they share this cause; other checks are named by their title. */
export const sharedCauses: Readonly<Record<string, string>> = {
  'endpointslices-stale': 'have EndpointSlices that do not match their pods: the controller seems not to run',
  'image-pull-failing': 'have pods whose image cannot be pulled',
  'lb-no-controller': 'wait for a load balancer: nothing here provides one',
  'lb-pending': 'wait for the address of their load balancer',
  'namespace-terminating': 'are in a namespace that is being deleted',
  'no-endpoints': 'have no endpoints',
  'no-ready-endpoints': 'have endpoints, but none is ready',
  'node-not-ready': 'have pods on a node that is NotReady',
  'pod-creation-refused': 'have a workload whose pods cannot even be created',
  'pods-crash-looping': 'have pods whose container starts and ends again and again',
  'pods-unschedulable': 'have pods that wait for a node: none fits',
  'readiness-probe-failing': 'have pods that fail their readiness probe',
  'selector-matches-no-pods': 'select no pod',
  'some-endpoints-not-ready': 'have endpoints of which a part is not ready',
  'workload-scaled-to-zero': 'have a workload that is scaled to zero',
};

/** One line over equal causes: `12 Services wait for a load balancer: nothing here provides one`. */
export function groupWords({ check, title, causes }: CauseGroup): string {
  const [first] = causes;
  const { kind } = first.about;
  if (causes.length === 1) return `${placeOf(first.about)}: ${title}`;
  const shared = kind === 'Service' ? sharedCauses[check] : undefined;
  // One node or policy behind all of them is the thing to mend, so it is named.
  const { object } = first.head;
  const isOne = !isSame(object, first.about) && causes.every((cause) => isSame(cause.head.object, object));
  const many = count(causes.length, kind, kind.endsWith('s') ? `${kind}es` : `${kind}s`);
  return `${many}${shared === undefined ? `: ${title}` : ` ${shared}`}${isOne ? ` (${object.kind} ${pathOf(object)})` : ''}`;
}

/** `shop/web`; with its kind when it is no Service. */
export function placeOf(object: ObjectRef): string {
  return object.kind === 'Service' ? pathOf(object) : `${object.kind} ${pathOf(object)}`;
}

function pathOf({ namespace, name }: ObjectRef): string {
  return namespace === undefined ? name : `${namespace}/${name}`;
}
