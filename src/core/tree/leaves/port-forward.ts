import type { Leaf } from '../leaf.ts';
import { shortLivedForward } from '../warnings.ts';

export const portForward: Leaf = {
  id: 'port-forward',
  recommend: 'port-forward',
  call: '`kubectl port-forward`',
  because: 'one person needs a short look, and it opens a local port without changing anything in the cluster',
  instead: [
    { type: 'NodePort', because: 'it opens the port on every node for everybody, and stays open' },
    { type: 'LoadBalancer', because: 'it costs a load balancer and a public address for a look of some minutes' },
  ],
  template: 'port-forward',
  warnings: [shortLivedForward],
  costs: 'It costs nothing and needs only the permission `create pods/portforward`.',
  source: 'https://kubernetes.io/docs/tasks/access-application-cluster/port-forward-access-application-cluster/',
};
