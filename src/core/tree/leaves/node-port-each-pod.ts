import type { Leaf } from '../leaf.ts';
import { databaseOnTheInternet, nodePortInProduction } from '../warnings.ts';

export const nodePortEachPod: Leaf = {
  id: 'node-port-each-pod',
  recommend: 'NodePort',
  call: 'one NodePort Service for each pod',
  because:
    'clients outside must reach each pod by itself and no load balancer is at hand, so each pod gets a node port of its own',
  instead: [
    {
      type: 'LoadBalancer',
      because: 'one for each pod is cleaner, but without a controller its EXTERNAL-IP stays `<pending>`',
    },
    { type: 'Headless', because: 'it tells the pod addresses inside the cluster only; peers still need one beside this' },
    { type: 'Ingress-or-Gateway', because: 'an HTTP proxy cannot carry the protocol or choose the pod' },
  ],
  template: 'node-port-each-pod',
  warnings: [
    {
      id: 'advertised-address',
      when: () => true,
      say: 'Each pod must announce to its clients the address and port under which it is reached from outside (advertised listeners, announce address).',
    },
    databaseOnTheInternet,
    nodePortInProduction,
  ],
  costs: 'It costs one node port for each pod, and a Service more with every replica.',
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label',
};
