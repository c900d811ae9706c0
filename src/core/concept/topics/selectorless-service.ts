import type { Topic } from '../topic.ts';

export const selectorlessService: Topic = {
  id: 'selectorless-service',
  title: 'Services without selector',
  summary:
    'A Service without selector gets no endpoints by itself: you write EndpointSlices that say which IP addresses and ports it leads to, for example a database on a virtual machine.',
  body: [
    'The slice must be in the same namespace, carry the label `kubernetes.io/service-name: NAME`, and use the same port names as the Service. Set `endpointslice.kubernetes.io/managed-by` to something of your own, so that no controller touches it. Pods then call `NAME:PORT` as any Service.',
    'Addresses may not be cluster IPs, loopback or link-local. Nothing checks their health, so you keep them up to date. For a DNS name instead of an address use ExternalName.',
  ],
  askedAs: [
    'is a service without selector possible',
    'service without selector',
    'point a service to an external ip address',
    'manual endpoints or endpointslice',
    'service for a database outside the cluster with an ip',
    'how do I use endpointslice manually',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#services-without-selectors',
};
