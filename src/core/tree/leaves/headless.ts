import type { Leaf } from '../leaf.ts';
import { headlessBalancing, headlessReadiness } from '../warnings.ts';

export const headless: Leaf = {
  id: 'headless',
  recommend: 'Headless',
  call: 'a headless Service (`clusterIP: None`)',
  because: 'clients must reach each pod by itself, and its DNS name gives them the addresses of all ready pods',
  instead: [
    { type: 'ClusterIP', because: 'it hides the pods behind one virtual address and chooses one of them for each connection' },
    {
      type: 'LoadBalancer',
      because: 'one address outside cannot lead to a chosen pod; take one Service a pod when clients are outside',
    },
    {
      type: 'Ingress-or-Gateway',
      because: 'a proxy balances HTTP and gRPC calls for the clients, but they cannot choose a pod',
    },
  ],
  template: 'headless',
  warnings: [headlessReadiness, headlessBalancing],
  costs: 'It costs nothing, but balancing and retries are left to the client.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
};
