import type { Topic } from '../topic.ts';

export const externalDns: Topic = {
  id: 'external-dns',
  title: 'A DNS name of your own for a Service',
  summary:
    'Kubernetes makes DNS names inside the cluster only; a public name is a record of your own that points to the load balancer: an A record for an IP address, a CNAME (or alias) where the EXTERNAL-IP column shows a host name, as on AWS.',
  body: [
    'ExternalDNS, a separate controller, writes such records from the annotation `external-dns.alpha.kubernetes.io/hostname` of a Service, or from the hosts of Ingresses and HTTPRoutes, at most DNS providers.',
    'For several host names point all of them (or a wildcard) to the one address of the Ingress or Gateway controller, which chooses by the Host header. A Service by itself does not look at host names. Reserve the address first, so that the record survives.',
  ],
  askedAs: [
    'how do I give my service a domain name',
    'point a domain to a loadbalancer',
    'custom domain for a service',
    'externaldns',
    'dns record for external ip',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
};
