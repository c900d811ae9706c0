import type { Topic } from '../topic.ts';

export const loadbalancerNodePorts: Topic = {
  id: 'loadbalancer-node-ports',
  title: 'LoadBalancer Services and their node ports',
  summary:
    'Each port of a LoadBalancer Service takes a node port by default, and the range 30000–32767 has 2768 of them for the whole cluster: that limits how many LoadBalancer Services fit.',
  body: [
    'Set `allocateLoadBalancerNodePorts: false` when the load balancer sends traffic straight to pods or the cluster IP (AWS Load Balancer Controller with target type `ip`, GKE container-native, MetalLB, Cilium): then no node port is needed. Existing ones stay until you remove the `nodePort` fields.',
    'Load balancers that work through node ports (the default of many clouds) need them. A larger `--service-node-port-range` or an Ingress or Gateway that shares one load balancer are the other ways.',
  ],
  askedAs: [
    'why does a loadbalancer have a nodeport',
    'disable nodeport for loadbalancer',
    'allocateLoadBalancerNodePorts',
    'limit of load balancers because of node ports',
    'failed to allocate a nodePort range is full',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#load-balancer-nodeport-allocation',
};
