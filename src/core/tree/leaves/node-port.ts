import type { Leaf } from '../leaf.ts';
import { affinityLimits, clientIpKept, databaseOnTheInternet, nodePortInProduction, nodePortOnEveryNode } from '../warnings.ts';

export const nodePort: Leaf = {
  id: 'node-port',
  recommend: 'NodePort',
  call: 'a NodePort Service',
  because:
    'callers come from outside and no load balancer is at hand (or worth its price for a test), so one port of every node leads to the pods',
  instead: [
    {
      type: 'LoadBalancer',
      because: 'without a controller its EXTERNAL-IP stays `<pending>`; it is the better choice once MetalLB is installed',
    },
    {
      type: 'Ingress-or-Gateway',
      because: 'it serves HTTP only and its controller needs an entry of its own; take it for several sites on port 80 and 443',
    },
    { type: 'port-forward', because: 'it serves one person, as long as the command runs' },
  ],
  template: 'node-port',
  warnings: [databaseOnTheInternet, nodePortInProduction, clientIpKept, affinityLimits, nodePortOnEveryNode],
  costs:
    'It costs nothing, but clients use a port from 30000 to 32767 and the address of a node, and nothing takes a dead node out.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
};
