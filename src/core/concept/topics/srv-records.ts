import type { Topic } from '../topic.ts';

export const srvRecords: Topic = {
  id: 'srv-records',
  title: 'SRV records for ports',
  summary:
    'Each named port of a Service has an SRV record `_PORTNAME._PROTOCOL.NAME.NAMESPACE.svc.cluster.local` that tells the port number and the host name.',
  body: [
    'For a normal Service the answer is one entry: the port and the name of the Service. For a headless Service there is one entry for each ready pod, with a host name for each, which is how etcd, MongoDB and others find their peers.',
    'Ports without a name have no SRV record. Look at one with `dig SRV _http._tcp.web.shop.svc.cluster.local` from a pod. Most HTTP clients never ask for SRV records: they need the port number in the address.',
  ],
  askedAs: ['srv record for a service', 'can dns tell me the port of a service', 'how do I look up the port by dns'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#srv-records',
};
