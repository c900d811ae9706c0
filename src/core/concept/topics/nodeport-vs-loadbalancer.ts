import type { Topic } from '../topic.ts';

export const nodeportVsLoadbalancer: Topic = {
  id: 'nodeport-vs-loadbalancer',
  title: 'NodePort or LoadBalancer',
  summary:
    'A NodePort opens a high port (30000–32767) on every node and leaves it to the client to choose a node; a LoadBalancer Service adds one external address with normal ports before the nodes, and takes dead nodes out by health checks.',
  body: [
    "A LoadBalancer Service allocates a cluster IP and, by default, node ports too: the cloud's load balancer sends traffic to those node ports, or straight to pods where the controller supports it (`allocateLoadBalancerNodePorts: false` leaves the node ports out).",
    'For production take LoadBalancer, or an Ingress or Gateway for HTTP: it costs money per load balancer, but clients need not know node addresses. NodePort fits tests and own load balancers.',
  ],
  askedAs: [
    'is it bad practice to use nodeport in production',
    'difference between nodeport and loadbalancer',
    'nodeport vs loadbalancer',
    'why use a loadbalancer service when nodeport works',
    'is nodeport ok for production',
    'does loadbalancer include nodeport',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
};
