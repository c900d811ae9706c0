import type { EndpointSlice } from './kinds/endpoint-slice.ts';
import type { Ingress } from './kinds/ingress.ts';
import type { Service } from './kinds/service.ts';
import { isMirrored } from './endpoints/slice-manager.ts';
import { TOPOLOGY_HINTS } from './endpoints/topology-wish.ts';

export interface Deprecated {
  /** Field or annotation. */
  readonly what: string;
  readonly value: string;
  /** Kubernetes version that deprecated it. */
  readonly since?: string;
  readonly instead: string;
  /** `Ingress web`, when it is not on the Service. */
  readonly object?: string;
}

const MOST_IN_ENDPOINTS = 1000;

/** What a Service and the Ingresses that lead to it (`ingresses`) use although there is a successor. Sources: the API reference and release notes. */
export function deprecatedIn(
  service: Service,
  slices: readonly EndpointSlice[],
  ingresses: readonly Ingress[],
): readonly Deprecated[] {
  const { metadata, spec } = service;
  const found: Deprecated[] = [];
  if (spec.loadBalancerIP !== undefined) {
    found.push({
      what: 'spec.loadBalancerIP',
      value: spec.loadBalancerIP,
      since: '1.24',
      instead: "use the provider's own annotation for the address",
    });
  }
  if (spec.trafficDistribution === 'PreferClose') {
    found.push({
      what: 'spec.trafficDistribution',
      value: 'PreferClose',
      since: '1.34',
      instead: 'write PreferSameZone, which means the same',
    });
  }
  const annotated = (key: string, instead: string, since?: string) => {
    const value = metadata.annotations[key];
    if (value !== undefined) found.push({ what: key, value, instead, ...(since !== undefined && { since }) });
  };
  annotated(
    TOPOLOGY_HINTS,
    'use spec.trafficDistribution: PreferSameZone (the annotation is called topology-mode now)',
    '1.27',
  );
  annotated('service.alpha.kubernetes.io/tolerate-unready-endpoints', 'use spec.publishNotReadyAddresses');
  annotated('cloud.google.com/load-balancer-type', 'use networking.gke.io/load-balancer-type');
  for (const ingress of ingresses) {
    const value = ingress.metadata.annotations['kubernetes.io/ingress.class'];
    if (value === undefined) continue;
    found.push({
      what: 'kubernetes.io/ingress.class',
      value,
      since: '1.18',
      instead: 'use spec.ingressClassName',
      object: `Ingress ${ingress.metadata.name}`,
    });
  }
  if (slices.some(isMirrored)) {
    found.push({
      what: 'Endpoints',
      value: metadata.name,
      since: '1.33',
      instead: 'make an EndpointSlice instead of the Endpoints object',
      object: `Endpoints ${metadata.name}`,
    });
  }
  const endpoints = slices.reduce((sum, slice) => sum + slice.endpoints.length, 0);
  if (endpoints > MOST_IN_ENDPOINTS) {
    found.push({
      what: 'Endpoints',
      value: `${endpoints} endpoints, of which the Endpoints object shows ${MOST_IN_ENDPOINTS}`,
      since: '1.33',
      instead: 'let clients that read Endpoints read EndpointSlices, or they see a part only',
      object: `Endpoints ${metadata.name}`,
    });
  }
  return found;
}
