import type { Service } from '../kinds/service.ts';

const ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';

/** The client ranges that a load balancer lets in, and where they are written; the field wins over the annotation. */
export function sourceRangesOf({ metadata, spec }: Service): { readonly path: string; readonly ranges: readonly string[] } {
  if (spec.loadBalancerSourceRanges.length > 0) {
    return { path: 'spec.loadBalancerSourceRanges', ranges: spec.loadBalancerSourceRanges.map((range) => range.trim()) };
  }
  const noted = (metadata.annotations[ANNOTATION] ?? '').split(',').map((range) => range.trim());
  return { path: `metadata.annotations["${ANNOTATION}"]`, ranges: noted.filter((range) => range !== '') };
}

export function isEveryone(range: string): boolean {
  return range.endsWith('/0');
}

/** The IP families at which the load balancer listens: those of its addresses, else those of the Service. */
export function familiesOf({ spec, status }: Service): readonly string[] {
  const ips = status.loadBalancer.flatMap(({ ip }) => ip ?? []);
  if (ips.length > 0) return [...new Set(ips.map((ip) => (ip.includes(':') ? 'IPv6' : 'IPv4')))];
  // A DNS name may have addresses of one family only, whatever the Service has.
  return status.loadBalancer.length > 0 ? spec.ipFamilies.slice(0, 1) : [];
}
