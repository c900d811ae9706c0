import type { Topic } from '../topic.ts';

export const dnsNames: Topic = {
  id: 'dns-names',
  title: 'DNS names of Services',
  summary:
    'Every Service has the DNS name `NAME.NAMESPACE.svc.cluster.local`; pods of the same namespace may say just `NAME`, others `NAME.NAMESPACE`.',
  body: [
    "The cluster's DNS server (usually CoreDNS) answers with the cluster IP, for a headless Service with the addresses of all ready pods, and for ExternalName with a CNAME. Named ports have SRV records too. `cluster.local` is the default cluster domain and may differ.",
    "Pods get the DNS server and the search list in `/etc/resolv.conf` from the kubelet. The names work in the cluster only: a laptop or a node does not ask the cluster's DNS. Older than DNS are the environment variables `NAME_SERVICE_HOST` and `NAME_SERVICE_PORT`, set when a pod starts.",
  ],
  askedAs: [
    'what is the dns name of a service',
    'what does svc.cluster.local mean',
    'fqdn of a service',
    'how does service discovery work',
    'how do pods find a service by name',
    'dns records for services',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/',
};
