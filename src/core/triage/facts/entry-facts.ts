import { refusedReferences, type RefusedReference } from '../../model/entry/cross-references.ts';
import { controllersInUse, findControllers, type IngressController } from '../../model/entry/ingress-controllers.ts';
import type { Gateway } from '../../model/kinds/gateway.ts';
import { duplicatePaths, type DuplicatePath } from '../../model/entry/duplicate-paths.ts';
import type { Ingress, IngressClass } from '../../model/kinds/ingress.ts';
import { isGatewayRef, type Route } from '../../model/kinds/route.ts';
import { lookupOf } from '../../model/lookup.ts';
import { bothObserved, mapObserved, observed, type Observed } from '../../model/observed.ts';
import type { ServiceView } from '../../model/service-view.ts';
import { ingressesTo, routesAround, routesOn, routesTo } from '../../model/entry/what-leads-here.ts';

/** A Gateway with the routes that name it as a parent. */
export interface GatewayInUse {
  readonly gateway: Gateway;
  readonly routes: readonly Route[];
}

/**
 * Gateways that the triage is about: those by which the routes to the Service come; for a whole namespace its own and
 * those that its routes name.
 */
export function gatewaysOf(view: ServiceView): Observed<readonly GatewayInUse[]> {
  const routes = routesTo(view);
  if (view.name !== '' && routes.read && routes.value.length === 0) return observed([]);
  const own = view.name === '' ? view.snapshot.in('gateways', view.namespace) : observed<readonly Gateway[]>([]);
  if (!routes.read || !own.read) return bothObserved(routes, own, () => []);
  const find = lookupOf(view.snapshot, 'gateways');
  const parents = routes.value.flatMap((route) => route.spec.parentRefs.filter(isGatewayRef));
  const named = parents.map((ref) => find(ref.namespace, ref.name));
  const found = new Set([...own.value, ...named.filter((one) => typeof one === 'object')]);
  const hidden = parents.find((_, index) => named[index] === 'unknown');
  if (found.size === 0 && hidden !== undefined) return mapObserved(view.snapshot.in('gateways', hidden.namespace), () => []);
  const around = routesAround(view.snapshot, view.namespace);
  return observed(
    [...found].map((gateway) => ({ gateway, routes: routesOn(around.read ? around.value : routes.value, gateway) })),
  );
}

/** References into other namespaces that no ReferenceGrant allows, of the routes and Gateways that the triage is about. */
export function refusedReferencesOf(view: ServiceView): Observed<readonly RefusedReference[]> {
  const routes = routesTo(view);
  const gateways = gatewaysOf(view);
  if (!routes.read) return routes;
  // A Gateway that cannot be read hides only its certificates.
  const ofNamespace = gateways.read ? gateways.value.map((one) => one.gateway) : [];
  const refused = refusedReferences([...routes.value, ...ofNamespace], view.snapshot);
  if (view.name === '') return refused;
  const toService = ({ from, to }: RefusedReference) =>
    from.kind === 'Gateway' || (to.kind === 'Service' && to.namespace === view.namespace && to.name === view.name);
  return mapObserved(refused, (list) => list.filter(toService));
}

/** What runs of the controllers that the Ingresses in question need. */
export function ingressControllersOf(view: ServiceView): Observed<readonly IngressController[]> {
  const ingresses = ingressesTo(view);
  if (ingresses.read && ingresses.value.length === 0) return observed([]);
  const classes = view.snapshot.all('ingressclasses');
  if (!ingresses.read || !classes.read) return bothObserved(ingresses, classes, () => []);
  return findControllers(controllersInUse(ingresses.value, classes.value), view.snapshot);
}

/**
 * Collisions with an Ingress in question. In a scan of the cluster each stands in the namespace of the younger Ingress
 * alone; a scan of one namespace shows both sides.
 */
export function duplicatePathsOf(view: ServiceView): Observed<readonly DuplicatePath[]> {
  const ingresses = ingressesTo(view);
  if (ingresses.read && ingresses.value.length === 0) return observed([]);
  const around = ingressesAround(view);
  const classes = view.snapshot.all('ingressclasses');
  if (!ingresses.read) return ingresses;
  return mapObserved(around, (all) => {
    const own = new Set(ingresses.value);
    const once = view.name === '' && view.snapshot.scope.kind === 'cluster';
    return allDuplicates(all, classes.read ? classes.value : []).filter(
      ({ first, second }) => own.has(second) || (!once && own.has(first)),
    );
  });
}

const duplicates = new WeakMap<readonly Ingress[], readonly DuplicatePath[]>();

/** Once for all namespaces of a scan. */
function allDuplicates(ingresses: readonly Ingress[], classes: readonly IngressClass[]): readonly DuplicatePath[] {
  const found = duplicates.get(ingresses) ?? duplicatePaths(ingresses, classes);
  duplicates.set(ingresses, found);
  return found;
}

/** All Gateways that could be read: of the cluster, or of the namespace. */
export function knownGateways({ snapshot, namespace }: ServiceView): Observed<readonly Gateway[]> {
  const everywhere = snapshot.all('gateways');
  return everywhere.read ? everywhere : snapshot.in('gateways', namespace);
}

/** All Ingresses that could be read: of the cluster, or of the namespace. */
export function ingressesAround({ snapshot, namespace }: ServiceView): Observed<readonly Ingress[]> {
  const everywhere = snapshot.all('ingresses');
  return everywhere.read ? everywhere : snapshot.in('ingresses', namespace);
}
