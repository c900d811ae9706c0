import type { Service } from '../kinds/service.ts';

/** An address (or the provider's name of one) that a Service asks for, and the field or annotation that does. */
export interface RequestedAddress {
  readonly path: string;
  /** The annotation's key; undefined for spec.loadBalancerIP. */
  readonly annotation: string | undefined;
  readonly address: string;
}

/** Sources: metallb.io/usage, docs.cilium.io (LB IPAM), kube-vip.io, AKS, GKE and AWS Load Balancer Controller docs. */
const annotations = [
  'metallb.io/loadBalancerIPs',
  'metallb.universe.tf/loadBalancerIPs',
  'lbipam.cilium.io/ips',
  'io.cilium/lb-ipam-ips',
  'kube-vip.io/loadbalancerIPs',
  'service.beta.kubernetes.io/azure-load-balancer-ipv4',
  'service.beta.kubernetes.io/azure-load-balancer-ipv6',
  'service.beta.kubernetes.io/azure-pip-name',
  'networking.gke.io/load-balancer-ip-addresses',
  'service.beta.kubernetes.io/aws-load-balancer-eip-allocations',
  'service.beta.kubernetes.io/aws-load-balancer-private-ipv4-addresses',
] as const;

export function requestedAddresses({ metadata, spec }: Service): readonly RequestedAddress[] {
  const noted = annotations.flatMap((key) =>
    (metadata.annotations[key] ?? '')
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== '')
      .map((address) => ({ path: `metadata.annotations["${key}"]`, annotation: key, address })),
  );
  if (spec.loadBalancerIP === undefined) return noted;
  return [{ path: 'spec.loadBalancerIP', annotation: undefined, address: spec.loadBalancerIP }, ...noted];
}

/** The key with which Services may share an address. */
export function sharingKeyOf({ metadata }: Service): string | undefined {
  const { annotations: all } = metadata;
  return all['metallb.io/allow-shared-ip'] ?? all['metallb.universe.tf/allow-shared-ip'] ?? all['lbipam.cilium.io/sharing-key'];
}
