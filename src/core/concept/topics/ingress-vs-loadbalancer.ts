import type { Topic } from '../topic.ts';

export const ingressVsLoadbalancer: Topic = {
  id: 'ingress-vs-loadbalancer',
  title: 'Ingress or LoadBalancer Service',
  summary:
    'A LoadBalancer Service is layer 4: one address for one Service, any TCP or UDP. An Ingress is layer 7: HTTP only, many hosts and paths and TLS behind one address, leading to many Services.',
  body: [
    'An Ingress is not a Service type but a set of rules, which an Ingress controller carries out; the controller itself is reached through one LoadBalancer (or NodePort) Service. The Services behind it stay ClusterIP and are still needed.',
    'Take a LoadBalancer for databases, games, MQTT or a single application; take Ingress or the Gateway API for several websites and APIs, certificates and path rules: one load balancer to pay instead of one for each Service.',
  ],
  askedAs: [
    'do I need an ingress if I already have a loadbalancer',
    'can an ingress route tcp or udp',
    'difference between ingress and loadbalancer',
    'ingress vs service',
    'do I still need a service with ingress',
    'when ingress and when loadbalancer',
    'why not a loadbalancer for each http service',
    'is ingress a type of service',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
};
