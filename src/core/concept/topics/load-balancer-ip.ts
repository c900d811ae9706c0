import type { Topic } from '../topic.ts';

export const loadBalancerIp: Topic = {
  id: 'load-balancer-ip',
  title: 'A static IP address for a LoadBalancer',
  summary:
    'Reserve the address at the provider, then name it in the annotation of its controller; `spec.loadBalancerIP` is deprecated since 1.24 and not honoured everywhere.',
  body: [
    'AWS (NLB): `service.beta.kubernetes.io/aws-load-balancer-eip-allocations`; GKE: `networking.gke.io/load-balancer-ip-addresses`; AKS: `service.beta.kubernetes.io/azure-pip-name` or `azure-load-balancer-ipv4`; MetalLB: `metallb.io/loadBalancerIPs`.',
    'Without it the address stays while the Service lives and is lost when it is deleted, so never delete and recreate to change something. An AWS load balancer has a DNS name by default, whose addresses may change: use the name, or a CNAME to it, in DNS.',
  ],
  askedAs: [
    'static ip for a loadbalancer service',
    'keep the same external ip',
    'is loadBalancerIP deprecated',
    'assign reserved ip to service',
    'does the external ip change',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
};
