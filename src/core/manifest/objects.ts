import type { CommentedObject } from './kubernetes-object.ts';
import type { ManifestPlan } from './plan.ts';
import { ingressTemplate } from './templates/ingress.ts';
import { networkPolicy } from './templates/network-policy.ts';
import { selectorlessTemplate } from './templates/selectorless.ts';
import {
  clusterIpTemplate,
  eachPodTemplate,
  externalNameTemplate,
  headlessTemplate,
  loadBalancerInternalTemplate,
  loadBalancerTemplate,
  nodePortTemplate,
} from './templates/services.ts';

/** The objects of the plan: those of its template, and what is wanted beside them; none for a port-forward, which is a command. */
export function objectsOf(plan: ManifestPlan): readonly CommentedObject[] {
  return [...templateOf(plan), ...(plan.admits === undefined ? [] : [networkPolicy(plan, plan.admits)])];
}

function templateOf(plan: ManifestPlan): readonly CommentedObject[] {
  switch (plan.template) {
    case 'cluster-ip':
      return clusterIpTemplate(plan);
    case 'node-port':
      return nodePortTemplate(plan);
    case 'node-port-each-pod':
      return eachPodTemplate(plan, 'NodePort');
    case 'load-balancer':
      return loadBalancerTemplate(plan);
    case 'load-balancer-each-pod':
      return eachPodTemplate(plan, 'LoadBalancer');
    case 'load-balancer-internal':
      return loadBalancerInternalTemplate(plan);
    case 'headless':
      return headlessTemplate(plan);
    case 'external-name':
      return externalNameTemplate(plan);
    case 'selectorless':
      return selectorlessTemplate(plan);
    case 'ingress':
      return ingressTemplate(plan);
    case 'port-forward':
      return [];
    default:
      return plan.template satisfies never;
  }
}
