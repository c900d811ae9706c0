import type { Topic } from '../topic.ts';

export const changeServiceType: Topic = {
  id: 'change-service-type',
  title: 'Changing a Service',
  summary:
    'Most fields can be changed in place: type, ports and selector take effect within seconds, and the cluster IP and DNS name stay. `kubectl patch service NAME -p \'{"spec":{"type":"NodePort"}}\'`.',
  body: [
    'Not changeable is a `clusterIP` once set, so a Service cannot become headless or stop being so: delete it and make it anew. `loadBalancerClass` is fixed too, and a name cannot be changed: make a second Service and remove the first later.',
    "From LoadBalancer to ClusterIP the cloud's load balancer and its address are deleted. From ClusterIP to NodePort or LoadBalancer nothing breaks for pods that use it. Deleting and recreating gives a new cluster IP: DNS follows, clients that cache the address do not.",
  ],
  askedAs: [
    'can I change the type of a service',
    'change clusterip to nodeport without downtime',
    'field is immutable clusterIP',
    'edit a service live',
    'convert loadbalancer to clusterip',
    'rename a service',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
};
