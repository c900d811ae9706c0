import type { Leaf } from '../leaf.ts';
import { databaseOnTheInternet, staticAddress } from '../warnings.ts';

export const loadBalancerEachPod: Leaf = {
  id: 'load-balancer-each-pod',
  recommend: 'LoadBalancer',
  call: 'one LoadBalancer Service for each pod',
  because: 'clients outside must reach each pod by itself, and one shared load balancer would send them to any pod',
  instead: [
    {
      type: 'NodePort',
      because: 'one for each pod saves the load balancers, but clients then use node addresses and high ports',
    },
    { type: 'Headless', because: 'it tells the pod addresses inside the cluster only; peers still need one beside this' },
    { type: 'Ingress-or-Gateway', because: 'an HTTP proxy cannot carry the protocol or choose the pod' },
  ],
  template: 'load-balancer-each-pod',
  warnings: [
    {
      id: 'advertised-address',
      when: () => true,
      say: 'Each pod must announce to its clients the address under which it is reached from outside (advertised listeners, announce address); operators and charts often have a setting that makes these Services.',
    },
    databaseOnTheInternet,
    staticAddress,
  ],
  costs: 'It costs one load balancer for each pod, and a Service more with every replica.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label',
};
