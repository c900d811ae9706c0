import type { Cloud } from '../ask/asked-facts.ts';

type Annotations = Readonly<Record<string, string>>;

const awsNlb: Annotations = {
  'service.beta.kubernetes.io/aws-load-balancer-type': 'external',
  'service.beta.kubernetes.io/aws-load-balancer-nlb-target-type': 'ip',
};

const internal: Readonly<Partial<Record<Cloud, Annotations>>> = {
  aws: { ...awsNlb, 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internal' },
  gcp: { 'networking.gke.io/load-balancer-type': 'Internal' },
  azure: { 'service.beta.kubernetes.io/azure-load-balancer-internal': 'true' },
};

const open: Readonly<Partial<Record<Cloud, Annotations>>> = {
  aws: { ...awsNlb, 'service.beta.kubernetes.io/aws-load-balancer-scheme': 'internet-facing' },
};

const fixed: Readonly<Partial<Record<Cloud, Annotations>>> = {
  aws: { 'service.beta.kubernetes.io/aws-load-balancer-eip-allocations': 'eipalloc-REPLACE' },
  gcp: { 'networking.gke.io/load-balancer-ip-addresses': 'REPLACE-reserved-address-name' },
  azure: { 'service.beta.kubernetes.io/azure-pip-name': 'REPLACE-public-ip-name' },
  metallb: { 'metallb.io/loadBalancerIPs': '192.0.2.10' },
};

/**
 * Annotations for a private address. Controllers ignore what they do not know, so an unknown cloud gets all of them:
 * better one too many than a public address by mistake.
 * Source: kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer
 */
export function internalAnnotations(cloud: Cloud | undefined): Annotations {
  const own = cloud === undefined ? undefined : internal[cloud];
  return own ?? { ...internal.aws, ...internal.gcp, ...internal.azure };
}

/** Annotations for a public address; undefined where the default is public. The AWS controller's default is internal. */
export function publicAnnotations(cloud: Cloud | undefined, staticIp: boolean): Annotations | undefined {
  if (cloud === undefined) return undefined;
  const all = { ...open[cloud], ...(staticIp ? fixed[cloud] : {}) };
  return Object.keys(all).length === 0 ? undefined : all;
}
