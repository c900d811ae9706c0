import type { Topic } from '../topic.ts';

export const serviceLimits: Topic = {
  id: 'service-limits',
  title: 'Limits of Services',
  summary:
    'The limits that matter: as many Services as the Service range has addresses, 2768 node ports by default, names of at most 63 characters, and no fixed limit of pods behind one Service, as EndpointSlices split them (100 a slice).',
  body: [
    'A name is a DNS label: lower-case letters, digits and dashes; in older releases it has to begin with a letter. Tested clusters have about 10,000 Services; with iptables many thousands make updates slow, nftables scales better.',
    'Environment variables for each Service make pods of crowded namespaces start slowly (`enableServiceLinks: false`). The provider limits the number of load balancers and of targets. A ResourceQuota can limit `services`, `services.nodeports` and `services.loadbalancers`.',
  ],
  askedAs: [
    'how many services can a cluster have',
    'how many pods can a service have',
    'maximum length of a service name',
    'service name rules',
    'maximum ports per service',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
};
