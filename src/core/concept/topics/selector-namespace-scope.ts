import type { Topic } from '../topic.ts';

export const selectorNamespaceScope: Topic = {
  id: 'selector-namespace-scope',
  title: 'A selector reaches its own namespace only',
  summary:
    'A Service selects pods in its own namespace only: Service and pods must be in the same namespace. Clients may be in any namespace and call it by `NAME.NAMESPACE`.',
  body: [
    'An Ingress, too, leads only to Services of its own namespace. A Gateway API HTTPRoute may name a Service in another namespace when a ReferenceGrant there allows it.',
    'To give something of another namespace a local name, make an ExternalName Service that points to `NAME.OTHER.svc.cluster.local`: it is a DNS alias, so it works for connections by name, but HTTP Host headers and TLS names stay those of the alias.',
  ],
  askedAs: [
    'can a service select pods in another namespace',
    'does the service have to be in the same namespace as the pods',
    'selector across namespaces',
    'ingress backend in another namespace',
    'one service for pods of two namespaces',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
};
