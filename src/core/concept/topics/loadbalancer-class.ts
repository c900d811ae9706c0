import type { Topic } from '../topic.ts';

export const loadbalancerClass: Topic = {
  id: 'loadbalancer-class',
  title: 'loadBalancerClass',
  summary:
    "`spec.loadBalancerClass` says which controller shall make the load balancer; only the one of that class acts, and the cluster's default one ignores the Service.",
  body: [
    'Examples: `service.k8s.aws/nlb` (AWS Load Balancer Controller), `eks.amazonaws.com/nlb` (EKS Auto Mode), `networking.gke.io/l4-regional-external` (GKE), `tailscale`, or the class that MetalLB was given with `--lb-class`.',
    'It belongs to type LoadBalancer only and cannot be changed once set: to switch, change the type to ClusterIP and back, or make the Service anew. With a class that no controller serves, EXTERNAL-IP stays `<pending>` without any event.',
  ],
  askedAs: [
    'what is loadBalancerClass',
    'two load balancer controllers in one cluster',
    'use metallb and cloud load balancer together',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-class',
};
