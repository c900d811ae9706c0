import type { Leaf } from '../leaf.ts';
import { affinityLimits, clientIpKept, clientIpLost, staticAddress, udpAndTcpTogether } from '../warnings.ts';

export const loadBalancerOwnNetwork: Leaf = {
  id: 'load-balancer-own-network',
  recommend: 'LoadBalancer',
  call: 'a LoadBalancer Service with an address of your own network',
  because: 'callers sit in your network, and the load balancer of this cluster hands out addresses of that network',
  instead: [
    { type: 'NodePort', because: 'clients would need node addresses and ports above 30000' },
    { type: 'Ingress-or-Gateway', because: 'it serves HTTP only; take it for several host names' },
    {
      type: 'LoadBalancer-internal',
      because: 'the annotation for internal load balancers belongs to clouds; here the address pool decides who can reach it',
    },
  ],
  template: 'load-balancer',
  warnings: [staticAddress, clientIpKept, affinityLimits, udpAndTcpTogether, clientIpLost],
  costs: 'It takes one address of the pool; whoever reaches that network reaches the Service.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
};
