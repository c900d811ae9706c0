import { isIpAddress, isPrivateAddress } from '../model/load-balancers/private-address.ts';
import type { Service } from '../model/kinds/service.ts';

/** Annotations by which the big controllers make a load balancer internal, with the value that does it. */
const internalBy: readonly (readonly [annotation: string, value: RegExp])[] = [
  ['service.beta.kubernetes.io/aws-load-balancer-scheme', /^internal$/iu],
  ['service.beta.kubernetes.io/aws-load-balancer-internal', /^(?:true|0\.0\.0\.0\/0)$/iu],
  ['networking.gke.io/load-balancer-type', /^internal$/iu],
  ['cloud.google.com/load-balancer-type', /^internal$/iu],
  ['service.beta.kubernetes.io/azure-load-balancer-internal', /^true$/iu],
  ['service.beta.kubernetes.io/oci-load-balancer-internal', /^true$/iu],
  ['service.beta.kubernetes.io/openstack-internal-load-balancer', /^true$/iu],
  ['service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type', /^private$/iu],
  ['service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type', /^intranet$/iu],
  ['service.beta.kubernetes.io/do-loadbalancer-network', /^internal$/iu],
];

/**
 * Who a load balancer is for: its address decides, then its annotations. `unknown` for a DNS name without annotation
 * (AWS names both kinds alike) and while it is pending.
 */
export function audienceOfLoadBalancer(service: Service): 'internal' | 'internet' | 'unknown' {
  const ips = service.status.loadBalancer.flatMap(({ ip }) => (ip !== undefined && isIpAddress(ip) ? [ip] : []));
  if (ips.length > 0) return ips.every(isPrivateAddress) ? 'internal' : 'internet';
  const { annotations } = service.metadata;
  if (internalBy.some(([name, value]) => value.test(annotations[name] ?? ''))) return 'internal';
  return annotations['service.beta.kubernetes.io/aws-load-balancer-scheme'] === 'internet-facing' ? 'internet' : 'unknown';
}
