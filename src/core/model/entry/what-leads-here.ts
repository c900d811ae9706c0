import type { Ingress } from '../kinds/ingress.ts';
import type { Gateway } from '../kinds/gateway.ts';
import { isGatewayRef, isServiceRef, type Route } from '../kinds/route.ts';
import { mapObserved, observed, type Observed } from '../observed.ts';
import type { ServiceView } from '../service-view.ts';
import type { Snapshot } from '../snapshot.ts';

type Place = Pick<ServiceView, 'snapshot' | 'namespace' | 'name'>;

/** Ingresses that name the Service as a backend; with the name '' (a whole namespace) all of the namespace. */
export function ingressesTo({ snapshot, namespace, name }: Place): Observed<readonly Ingress[]> {
  const all = snapshot.in('ingresses', namespace);
  if (name === '') return all;
  return mapObserved(all, (list) => ingressesNaming(list, name));
}

export function ingressesNaming(ingresses: readonly Ingress[], service: string): readonly Ingress[] {
  return ingressIndex(ingresses).get(service) ?? [];
}

/** Routes of any namespace that name the Service as a backend; with the name '' all routes of the namespace. */
export function routesTo({ snapshot, namespace, name }: Place): Observed<readonly Route[]> {
  const routes = routesAround(snapshot, namespace);
  if (name === '') return mapObserved(routes, (list) => routesIn(list).get(namespace) ?? []);
  return mapObserved(routes, (list) => routesNaming(list, namespace, name));
}

export function routesNaming(routes: readonly Route[], namespace: string, service: string): readonly Route[] {
  return routeIndex(routes).get(`${namespace}/${service}`) ?? [];
}

/** All routes that could be read: of the cluster, or at least those of the namespace. All three kinds or none. */
export function routesAround(snapshot: Snapshot, namespace: string): Observed<readonly Route[]> {
  const known = routesOf.get(snapshot)?.get(namespace);
  if (known !== undefined) return known;
  const kinds = ['httproutes', 'grpcroutes', 'tlsroutes'] as const;
  const lists = kinds.map((kind): Observed<readonly Route[]> => {
    const everywhere = snapshot.all(kind);
    return everywhere.read ? everywhere : snapshot.in(kind, namespace);
  });
  const unread = lists.flatMap((list) => (list.read ? [] : list.unread));
  const routes: Observed<readonly Route[]> =
    unread.length > 0 ? { read: false, unread } : observed(lists.flatMap((list) => (list.read ? list.value : [])));
  const ofSnapshot = routesOf.get(snapshot) ?? new Map<string, Observed<readonly Route[]>>();
  // One list for all namespaces where the whole cluster was read: its index is then built once.
  const everywhere = kinds.every((kind) => snapshot.all(kind).read);
  const shared = everywhere ? (ofSnapshot.get('') ?? routes) : routes;
  if (everywhere) ofSnapshot.set('', shared);
  ofSnapshot.set(namespace, shared);
  routesOf.set(snapshot, ofSnapshot);
  return shared;
}

/** Those of the routes that name the Gateway as a parent. */
export function routesOn(routes: readonly Route[], { metadata }: Gateway): readonly Route[] {
  const byParent = memo(parentIndexes, routes, () =>
    groupByAll(routes, ({ spec }) => spec.parentRefs.filter(isGatewayRef).map((ref) => `${ref.namespace}/${ref.name}`)),
  );
  return byParent.get(`${metadata.namespace}/${metadata.name}`) ?? [];
}

const routesOf = new WeakMap<Snapshot, Map<string, Observed<readonly Route[]>>>();
const ingressIndexes = new WeakMap<readonly Ingress[], ReadonlyMap<string, readonly Ingress[]>>();
const parentIndexes = new WeakMap<readonly Route[], ReadonlyMap<string, readonly Route[]>>();
const namespaceIndexes = new WeakMap<readonly Route[], ReadonlyMap<string, readonly Route[]>>();
const routeIndexes = new WeakMap<readonly Route[], ReadonlyMap<string, readonly Route[]>>();

/** Ingresses by the names of the Services that they lead to. */
function ingressIndex(ingresses: readonly Ingress[]): ReadonlyMap<string, readonly Ingress[]> {
  return memo(ingressIndexes, ingresses, () =>
    groupByAll(ingresses, ({ spec }) =>
      [spec.defaultBackend, ...spec.paths.map((path) => path.backend)].flatMap((backend) => backend?.service ?? []),
    ),
  );
}

function routesIn(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  return memo(namespaceIndexes, routes, () => Map.groupBy(routes, (route) => route.metadata.namespace));
}

/** Routes by `namespace/name` of the Services that they lead to. */
function routeIndex(routes: readonly Route[]): ReadonlyMap<string, readonly Route[]> {
  return memo(routeIndexes, routes, () =>
    groupByAll(routes, ({ spec }) =>
      spec.rules.flatMap((rule) => rule.backendRefs.filter(isServiceRef).map((ref) => `${ref.namespace}/${ref.name}`)),
    ),
  );
}

function groupByAll<T>(items: readonly T[], keysOf: (item: T) => readonly string[]): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    for (const key of new Set(keysOf(item))) {
      const group = groups.get(key);
      if (group === undefined) groups.set(key, [item]);
      else group.push(item);
    }
  }
  return groups;
}

function memo<K extends object, V>(known: WeakMap<K, V>, key: K, make: () => V): V {
  let value = known.get(key);
  if (value === undefined) {
    value = make();
    known.set(key, value);
  }
  return value;
}
