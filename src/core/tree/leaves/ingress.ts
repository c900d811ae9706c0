import type { Leaf } from '../leaf.ts';
import { affinityByCookie, clientIpBehindProxy, needsController, onlyHttp } from '../warnings.ts';

export const ingress: Leaf = {
  id: 'ingress',
  recommend: 'Ingress-or-Gateway',
  call: 'an Ingress (or a Gateway) over a ClusterIP Service',
  because: 'it speaks HTTP, and one entry routes hosts and paths and ends TLS for many Services behind one address',
  instead: [
    { type: 'LoadBalancer', because: 'it would be one load balancer for each Service, and it knows neither hosts nor paths' },
    { type: 'NodePort', because: 'clients would need node addresses and ports above 30000, without TLS or host names' },
    { type: 'ClusterIP', because: 'alone it is not reachable from outside the cluster; here it stands behind the Ingress' },
  ],
  template: 'ingress',
  warnings: [needsController, affinityByCookie, clientIpBehindProxy, onlyHttp],
  costs: 'One load balancer before the controller is shared by everything behind it; the controller is one more thing to run.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
};
