import type { Topic } from '../topic.ts';

export const externalname: Topic = {
  id: 'externalname',
  title: 'ExternalName Services',
  summary:
    "An ExternalName Service is a DNS alias: the cluster's DNS answers its name with a CNAME to `spec.externalName`. It is DNS only: no proxy, no ports, no cluster IP, no endpoints.",
  body: [
    'It gives a thing outside (a managed database, a SaaS API) a name of the cluster, different for each namespace or environment, so that you can move it later without changing the clients. Compared with a CNAME in your own DNS it lives beside the application, under RBAC and Git, and can later become a real Service of the same name.',
    'It takes a DNS name, never an IP address: for addresses use a Service without selector and an EndpointSlice.',
  ],
  askedAs: [
    'can externalname point to an ip address',
    'externalname with an ip',
    'what is an externalname service',
    'when do I use externalname',
    'externalname vs cname',
    'map a service to an external database',
    'does externalname proxy traffic',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#externalname',
};
