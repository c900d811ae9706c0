import type { Endpoint, EndpointSlice } from '../kinds/endpoint-slice.ts';
import { offersPort } from './endpoint-state.ts';
import type { Service } from '../kinds/service.ts';

export type BackendState = 'ready' | 'not ready' | 'terminating, still serving' | 'terminating';

/** One thing behind a Service, usually a pod. A dual-stack pod is one backend with two addresses. */
export interface Backend {
  /** The pod's name, or the address where no object stands behind it. */
  readonly name: string;
  readonly addresses: readonly string[];
  readonly nodeName: string | undefined;
  readonly zone: string | undefined;
  /** What its own DNS name starts with, in a headless Service. */
  readonly hostname: string | undefined;
  readonly state: BackendState;
  /** Its slice lists a port: without one (a named targetPort that the pod does not declare) no traffic is sent to it. */
  readonly hasPort: boolean;
}

export interface BackendCount {
  /** Get traffic: ready, with a port. */
  readonly ready: number;
  /** Terminating ones do not count: they are on their way out by design. */
  readonly total: number;
}

/** `web-2` before `web-10`. */
const byName = new Intl.Collator('en', { numeric: true });

/** The backends in the slices of one Service, by name. Several slices may hold the same pod (address families, ports). */
export function backendsOf(service: Service, slices: readonly EndpointSlice[]): readonly Backend[] {
  const byKey = new Map<string, Backend>();
  for (const slice of slices) {
    const hasPort = offersPort(slice, service);
    for (const endpoint of slice.endpoints) {
      const key =
        endpoint.target === undefined
          ? endpoint.addresses.join()
          : `${endpoint.target.kind}/${endpoint.target.uid || endpoint.target.name}`;
      const known = byKey.get(key);
      byKey.set(key, known === undefined ? backend(endpoint, hasPort) : merge(known, backend(endpoint, hasPort)));
    }
  }
  return [...byKey.values()].sort((a, b) => byName.compare(a.name, b.name));
}

export function countBackends(backends: readonly Backend[]): BackendCount {
  const current = backends.filter((one) => !one.state.startsWith('terminating'));
  return { ready: current.filter((one) => one.state === 'ready' && one.hasPort).length, total: current.length };
}

function backend(endpoint: Endpoint, hasPort: boolean): Backend {
  return {
    name: endpoint.target?.name ?? endpoint.addresses.join(', '),
    addresses: endpoint.addresses,
    nodeName: endpoint.nodeName,
    zone: endpoint.zone,
    hostname: endpoint.hostname,
    state: stateOf(endpoint),
    hasPort,
  };
}

/** With publishNotReadyAddresses a terminating endpoint stays ready: callers are sent to it. */
function stateOf({ ready, serving, terminating }: Endpoint): BackendState {
  if (ready) return 'ready';
  if (!terminating) return 'not ready';
  return serving ? 'terminating, still serving' : 'terminating';
}

function merge(a: Backend, b: Backend): Backend {
  return { ...a, addresses: [...new Set([...a.addresses, ...b.addresses])], hasPort: a.hasPort || b.hasPort };
}
