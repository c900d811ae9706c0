import type { Topic } from '../topic.ts';

export const dnsCaching: Topic = {
  id: 'dns-caching',
  title: 'DNS caching and changed addresses',
  summary:
    "The cluster's DNS answers with a short time to live (5 seconds in CoreDNS's `kubernetes` plug-in by default, 30 in many installations), but clients may keep an answer much longer.",
  body: [
    'For a ClusterIP it hardly matters: the address stays for the life of the Service. For headless Services and ExternalName it does: a client that resolves once at its start never sees new pods. Old Java settings, nginx (`proxy_pass` with a fixed name), connection pools and gRPC without re-resolution are known for that.',
    "Let the client resolve again when a connection fails, limit the age of connections, or use a ClusterIP. NodeLocal DNSCache and the node's own resolver add caching of their own.",
  ],
  askedAs: [
    'how long are service dns records cached',
    'client still uses old pod ip',
    'dns ttl of services',
    'java caches dns of headless service',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
};
