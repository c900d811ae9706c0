import type { Service } from '../../model/kinds/service.ts';
import type { Fault } from '../validate-manifest.ts';

/**
 * What the API server never changes in a Service once it is set: between headless and an own address there is no way
 * but to delete it and to make it again; the same for the class of a load balancer. Changing the type alone is allowed,
 * from and to ExternalName too: the address is released or allocated then.
 * Source: kubernetes.io/docs/reference/kubernetes-api/service-resources/service-v1/ (clusterIP, loadBalancerClass)
 */
export function immutableFault({ spec: before }: Service, { spec: after }: Service): readonly Fault[] {
  const recreate = 'cannot be changed: the Service has to be deleted and created again, and its address changes';
  const faults: Fault[] = [];
  const [hadAddress, getsAddress] = [before, after].map((spec) => spec.type !== 'ExternalName') as [boolean, boolean];
  const headless = (spec: Service['spec']) => spec.clusterIP === 'None';
  const named = after.clusterIP !== '' && after.clusterIP !== before.clusterIP && before.clusterIP !== '';
  if (hadAddress && getsAddress && (headless(before) !== headless(after) || named)) {
    faults.push({ path: 'spec.clusterIP', rule: `${recreate} (now ${before.clusterIP || 'empty'})` });
  }
  const balanced = before.type === 'LoadBalancer' && after.type === 'LoadBalancer';
  if (balanced && before.loadBalancerClass !== after.loadBalancerClass && after.loadBalancerClass !== undefined) {
    faults.push({ path: 'spec.loadBalancerClass', rule: `${recreate} (now ${before.loadBalancerClass ?? 'none'})` });
  }
  return faults;
}
