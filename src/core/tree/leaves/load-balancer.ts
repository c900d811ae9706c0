import type { Leaf } from '../leaf.ts';
import {
  affinityLimits,
  clientIpKept,
  clientIpLost,
  databaseOnTheInternet,
  loadBalancerOnBareMetal,
  publicExposure,
  staticAddress,
  udpAndTcpTogether,
} from '../warnings.ts';

export const loadBalancer: Leaf = {
  id: 'load-balancer',
  recommend: 'LoadBalancer',
  call: 'a LoadBalancer Service',
  because:
    'callers come from the internet to one application, and it gives them one address that passes any TCP or UDP port on',
  instead: [
    {
      type: 'Ingress-or-Gateway',
      because: 'it pays off for several HTTP hosts or paths, or TLS at the entry, and serves HTTP only',
    },
    { type: 'NodePort', because: 'clients would need node addresses and ports above 30000, and nothing takes a dead node out' },
    { type: 'ClusterIP', because: 'it is not reachable from outside the cluster' },
  ],
  template: 'load-balancer',
  warnings: [
    databaseOnTheInternet,
    loadBalancerOnBareMetal,
    staticAddress,
    clientIpKept,
    affinityLimits,
    udpAndTcpTogether,
    publicExposure,
    clientIpLost,
  ],
  costs:
    'Each LoadBalancer Service takes an address and, in a cloud, a load balancer of its own that the provider charges for.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
};
