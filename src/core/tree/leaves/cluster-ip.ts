import type { Leaf } from '../leaf.ts';
import { affinityLimits, longConnections, noPing, openToAllPods } from '../warnings.ts';

export const clusterIp: Leaf = {
  id: 'cluster-ip',
  recommend: 'ClusterIP',
  call: 'a ClusterIP Service',
  because: 'only pods in the cluster call it, and it gives them one stable address and DNS name in front of all ready pods',
  instead: [
    { type: 'NodePort', because: 'it would open a port on every node, though nobody outside has to get in' },
    {
      type: 'Headless',
      because: 'clients would have to choose among the pod addresses themselves; take it when each pod must be addressed',
    },
    { type: 'LoadBalancer', because: 'it would cost a load balancer and an address outside the cluster that nobody needs' },
  ],
  template: 'cluster-ip',
  warnings: [affinityLimits, longConnections, openToAllPods, noPing],
  costs: 'It costs nothing and nothing outside the cluster can reach it.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-clusterip',
};
