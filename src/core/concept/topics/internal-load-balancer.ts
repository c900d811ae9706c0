import type { Topic } from '../topic.ts';

export const internalLoadBalancer: Topic = {
  id: 'internal-load-balancer',
  title: 'Internal load balancers',
  summary:
    "An internal load balancer is a LoadBalancer Service with the cloud's annotation: it gets a private address of your VPC or VNet and no public one.",
  body: [
    'AWS Load Balancer Controller: `service.beta.kubernetes.io/aws-load-balancer-scheme: internal`. GKE: `networking.gke.io/load-balancer-type: "Internal"`. AKS: `service.beta.kubernetes.io/azure-load-balancer-internal: "true"`. Other providers have their own; without the right one the address is public on most clouds.',
    'Reachable is it from the VPC and from what is connected to it (VPN, peering, Direct Connect), if routes and firewalls allow. Set the annotation when you create the Service: changing it later may replace the load balancer and its address, or do nothing. With MetalLB the address pool decides.',
  ],
  askedAs: [
    'how do I make a load balancer internal',
    'private load balancer in vpc',
    'internal load balancer annotation',
    'loadbalancer without public ip',
    'expose only inside the vpc',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer',
};
