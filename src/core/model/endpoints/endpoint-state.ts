import type { Endpoint, EndpointSlice } from '../kinds/endpoint-slice.ts';
import type { Service } from '../kinds/service.ts';

/** kube-proxy needs a port in the slice; only a Service without ports (a headless one) does without. */
export function offersPort(slice: EndpointSlice, service: Service): boolean {
  return slice.ports.length > 0 || service.spec.ports.length === 0;
}

export interface EndpointCount {
  readonly ready: readonly Endpoint[];
  /** Not ready and not on the way out. */
  readonly notReady: readonly Endpoint[];
  readonly terminating: readonly Endpoint[];
}

/**
 * The endpoints of a Service by state. One pod stands in several slices (IP families, port sets); it counts once, as
 * its best state.
 */
export function countEndpoints(slices: readonly EndpointSlice[]): EndpointCount {
  const best = new Map<string, Endpoint>();
  for (const slice of slices) {
    for (const endpoint of slice.endpoints) {
      const key = endpoint.target?.uid || endpoint.target?.name || endpoint.addresses.join(',');
      const before = best.get(key);
      if (before === undefined || rank(endpoint) > rank(before)) best.set(key, endpoint);
    }
  }
  const all = [...best.values()];
  return {
    ready: all.filter((endpoint) => rank(endpoint) === 2),
    notReady: all.filter((endpoint) => rank(endpoint) === 1),
    terminating: all.filter((endpoint) => rank(endpoint) === 0),
  };
}

function rank(endpoint: Endpoint): number {
  if (endpoint.ready) return 2;
  return endpoint.terminating ? 0 : 1;
}
