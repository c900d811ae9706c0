import { hostAndPath } from './ingress-targets.ts';
import { isServiceRef, type BackendRef, type Route } from '../kinds/route.ts';

/** One Service and port that a route leads to, with the fields that say so and what requests go there. */
export interface RouteTarget {
  readonly route: Route;
  readonly ref: BackendRef;
  readonly fields: readonly string[];
  /** `shop.example/api`; `*` for every host. */
  readonly routes: readonly string[];
}

/**
 * The Services that a route leads to, once for each port; with `service` only that one. References with weight 0 take no
 * requests and are left out.
 */
export function serviceTargetsOf(
  route: Route,
  service?: { readonly namespace: string; readonly name: string },
): readonly RouteTarget[] {
  const targets = new Map<string, RouteTarget>();
  for (const rule of route.spec.rules) {
    for (const ref of rule.backendRefs) {
      if (!isServiceRef(ref) || ref.weight === 0) continue;
      if (service !== undefined && (ref.name !== service.name || ref.namespace !== service.namespace)) continue;
      const key = `${ref.namespace}/${ref.name}:${ref.port}`;
      const known = targets.get(key);
      targets.set(key, {
        route,
        ref,
        fields: [...(known?.fields ?? []), ref.at],
        routes: [...new Set([...(known?.routes ?? []), ...requestsOf(route, rule.matches)])],
      });
    }
  }
  return [...targets.values()];
}

function requestsOf({ kind, spec }: Route, matches: readonly string[]): readonly string[] {
  const hosts = spec.hostnames.length === 0 ? [''] : spec.hostnames;
  // TLS is passed on by host name alone.
  if (kind === 'TLSRoute') return hosts.map((host) => hostAndPath({ host, path: '' }));
  const paths = matches.length === 0 ? ['/'] : matches;
  return hosts.flatMap((host) => paths.map((path) => hostAndPath({ host, path: path.startsWith('/') ? path : `/${path}` })));
}
