import type { Leaf } from '../leaf.ts';
import { slicesByHand } from '../warnings.ts';

export const selectorless: Leaf = {
  id: 'selectorless',
  recommend: 'selectorless-Service',
  call: 'a Service without selector, with an EndpointSlice of your own',
  because: 'pods call something outside that has IP addresses, and it puts them behind one name and port in the cluster',
  instead: [
    {
      type: 'ExternalName',
      because: 'it takes DNS names only: an IP address in `externalName` is read as a name that no DNS server knows',
    },
    { type: 'ClusterIP', because: 'with a selector it leads to pods, and there are none here' },
  ],
  template: 'selectorless',
  warnings: [slicesByHand],
  costs: 'It costs nothing, but you keep the addresses up to date.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
};
