import type { Topic } from '../topic.ts';

export const dualStack: Topic = {
  id: 'dual-stack',
  title: 'IPv4 and IPv6 (dual-stack)',
  summary:
    '`spec.ipFamilyPolicy` chooses: `SingleStack` (the default), `PreferDualStack` (both when the cluster has both) or `RequireDualStack` (refused otherwise); `spec.ipFamilies` sets the order, such as `[IPv6, IPv4]`.',
  body: [
    'A dual-stack Service has two entries in `clusterIPs`, one EndpointSlice set for each family, and DNS answers with A and AAAA records. Cluster, nodes and network plug-in must be dual-stack; existing Services stay single-stack until you change them.',
    'The first family is fixed at creation, the second can be added or removed. Load balancers need a provider that supports it. A headless Service without selector gets dual-stack by default.',
  ],
  askedAs: [
    'ipv6 service',
    'what is ipFamilyPolicy',
    'dual stack service',
    'service with ipv4 and ipv6 address',
    'PreferDualStack vs RequireDualStack',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dual-stack/',
};
