import type { Topic } from '../topic.ts';

export const loadbalancerBareMetal: Topic = {
  id: 'loadbalancer-bare-metal',
  title: 'LoadBalancer without a cloud',
  summary:
    "On own machines nobody makes load balancers, so EXTERNAL-IP stays `<pending>` until you install a controller: MetalLB, kube-vip, Cilium's LB IPAM, or ServiceLB as in k3s.",
  body: [
    'MetalLB takes addresses from a pool of your network (IPAddressPool) and announces them by ARP/NDP (layer 2: one node carries all traffic of an address) or BGP (routers spread it). Both the pool and an L2Advertisement or BGPAdvertisement must exist.',
    "Without it use NodePort behind your own HAProxy, F5 or keepalived, or an Ingress controller on `hostPort` 80 and 443 with DNS to the nodes. In clouds that offer no layer 2, MetalLB's layer 2 mode does not work.",
  ],
  askedAs: [
    'loadbalancer on bare metal',
    'what is metallb',
    'load balancer on premise',
    'kubeadm cluster external-ip pending',
    'do I need metallb',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
};
