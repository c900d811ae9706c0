import type { Topic } from '../topic.ts';

export const crossNamespaceAccess: Topic = {
  id: 'cross-namespace-access',
  title: 'Calling a Service in another namespace',
  summary:
    'Add the namespace to the name: `http://SERVICE.NAMESPACE:PORT`, or in full `SERVICE.NAMESPACE.svc.cluster.local`. Namespaces do not separate networks, so any pod may call any Service.',
  body: [
    "The short name `SERVICE` alone works only inside the same namespace, because the search list in the pod's `/etc/resolv.conf` begins with its own namespace. A ClusterIP Service is enough: nothing has to be exposed for it.",
    'When it must not be reachable from elsewhere, a NetworkPolicy (with a network plug-in that enforces it) limits who gets in; the reverse, a connection that fails across namespaces, is often such a policy.',
  ],
  askedAs: [
    'how can two pods in different namespaces talk',
    'are services namespaced',
    'how do I call a service in another namespace',
    'access service from different namespace',
    'are services reachable across namespaces',
    'service dns name other namespace',
    'how does one team call the service of another team',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/dns-pod-service/#namespaces-of-services',
};
