import type { Leaf } from '../leaf.ts';
import {
  affinityLimits,
  clientIpKept,
  clientIpLost,
  loadBalancerOnBareMetal,
  staticAddress,
  udpAndTcpTogether,
} from '../warnings.ts';

export const loadBalancerInternal: Leaf = {
  id: 'load-balancer-internal',
  recommend: 'LoadBalancer-internal',
  call: 'an internal LoadBalancer Service',
  because: 'callers sit in the VPC, VPN or office network only, and it gets a private address there and no public one',
  instead: [
    { type: 'LoadBalancer', because: 'without the annotation most clouds give it a public address' },
    { type: 'NodePort', because: 'clients would need node addresses and ports above 30000, and nothing takes a dead node out' },
    { type: 'ClusterIP', because: 'it is not reachable from outside the cluster' },
  ],
  template: 'load-balancer-internal',
  warnings: [
    {
      id: 'annotation-of-the-cloud',
      when: ({ facts, cluster }) => (facts.cloud ?? cluster?.cloud) === undefined,
      say: 'Which annotation makes it internal depends on the cloud: without the right one the address is public.',
    },
    loadBalancerOnBareMetal,
    staticAddress,
    clientIpKept,
    affinityLimits,
    udpAndTcpTogether,
    clientIpLost,
  ],
  costs:
    'Each one is a load balancer of its own that the provider charges for; peered networks may need routes and firewall rules.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#internal-load-balancer',
};
