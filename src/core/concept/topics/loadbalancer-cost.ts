import type { Topic } from '../topic.ts';

export const loadbalancerCost: Topic = {
  id: 'loadbalancer-cost',
  title: 'What load balancers cost',
  summary:
    'Each Service of type LoadBalancer normally makes its own load balancer at the provider, and each one is charged, by the hour and by traffic.',
  body: [
    'To share one, put an Ingress or Gateway before ClusterIP Services: one load balancer for the controller, and hosts and paths decide which Service gets the request. For TCP and UDP a Gateway with TCPRoute or UDPRoute, where the controller supports them, or several ports in one Service do the same.',
    "Some controllers share an address between Services (MetalLB's `metallb.io/allow-shared-ip`, Azure and others by annotation). NodePort costs nothing but has high ports and no health checks. ClusterIP Services are free.",
  ],
  askedAs: [
    'is a loadbalancer for every microservice bad practice',
    'do I pay for each loadbalancer service',
    'one load balancer for many services',
    'too many load balancers expensive',
    'share a load balancer between services',
    'reduce load balancer cost',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
};
