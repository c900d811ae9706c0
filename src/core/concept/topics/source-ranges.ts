import type { Topic } from '../topic.ts';

export const sourceRanges: Topic = {
  id: 'source-ranges',
  title: 'Limiting who may call a LoadBalancer',
  summary:
    "`spec.loadBalancerSourceRanges` lists the address ranges (CIDR) that may call a LoadBalancer Service: `- 203.0.113.0/24`; everybody else is dropped by the provider's firewall or by kube-proxy.",
  body: [
    'Without it the Service is open to all who reach the address: 0.0.0.0/0. It works with type LoadBalancer only, and some providers ignore it, so test it. For node ports use the firewall or security group of the nodes.',
    'Inside the cluster a NetworkPolicy limits who reaches the pods; by address it sees the client only when the source IP is kept (`externalTrafficPolicy: Local`). For HTTP an Ingress or Gateway controller can filter too.',
  ],
  askedAs: [
    'restrict access to loadbalancer by ip',
    'loadBalancerSourceRanges',
    'whitelist ip addresses for a service',
    'firewall for a service',
  ],
  source: 'https://kubernetes.io/docs/tasks/access-application-cluster/configure-cloud-provider-firewall/',
};
