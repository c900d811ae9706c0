import type { Leaf } from '../leaf.ts';
import { externalNamePorts, hostHeaderAndTls } from '../warnings.ts';

export const externalName: Leaf = {
  id: 'external-name',
  recommend: 'ExternalName',
  call: 'an ExternalName Service',
  because: 'pods call something outside that has a DNS name, and it gives that name an alias (CNAME) in the cluster',
  instead: [
    { type: 'selectorless-Service', because: 'it needs IP addresses, and those behind a DNS name may change at any time' },
    { type: 'ClusterIP', because: 'it balances over pods, and there are none here' },
  ],
  template: 'external-name',
  warnings: [hostHeaderAndTls, externalNamePorts],
  costs: 'It costs nothing: DNS answers with a CNAME and no proxy is involved.',
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
};
