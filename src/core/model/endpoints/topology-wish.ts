import type { Service } from '../kinds/service.ts';

const TOPOLOGY_MODE = 'service.kubernetes.io/topology-mode';
export const TOPOLOGY_HINTS = 'service.kubernetes.io/topology-aware-hints';

/** The field or annotation by which a Service asks for endpoints near the client; undefined when it does not. */
export function topologyWish({ metadata, spec }: Service): { readonly path: string; readonly value: string } | undefined {
  if (spec.trafficDistribution !== undefined) return { path: 'spec.trafficDistribution', value: spec.trafficDistribution };
  for (const key of [TOPOLOGY_MODE, TOPOLOGY_HINTS]) {
    const value = metadata.annotations[key];
    if (value !== undefined && /^auto$/iu.test(value)) return { path: `metadata.annotations["${key}"]`, value };
  }
  return undefined;
}
