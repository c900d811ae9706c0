import type { Topic } from '../topic.ts';

export const dnsNdots: Topic = {
  id: 'dns-ndots',
  title: 'Search lists and ndots:5',
  summary:
    'Pods have `options ndots:5`: a name with fewer than five dots is first tried with every search domain (`NAMESPACE.svc.cluster.local`, `svc.cluster.local`, `cluster.local`), and only then as it is.',
  body: [
    "So `api.example.com` costs several useless queries before the right one. End the name with a dot (`api.example.com.`), or set a lower `ndots` in the pod's `dnsConfig`; 2 still lets `NAME.NAMESPACE` work. NodeLocal DNSCache makes all lookups cheaper.",
    "The search list is also why `web`, `web.shop` and `web.shop.svc` work as short names of a Service. A pod with `dnsPolicy: Default` takes the node's resolver and finds no Service names at all; with `hostNetwork: true` take `ClusterFirstWithHostNet`.",
  ],
  askedAs: [
    'what is ndots 5',
    'why are there so many dns queries for external names',
    'slow dns lookups of external hosts',
    'search domains in resolv.conf',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#pod-s-dns-config',
};
