import type { Topic } from '../topic.ts';

export const networkPolicy: Topic = {
  id: 'network-policy',
  title: 'NetworkPolicies and Services',
  summary:
    "A NetworkPolicy concerns pods, not Services: it names the pods' own ports (the targetPort), and is checked after the Service address was replaced by the pod's. Without any policy every pod of the cluster may call every Service.",
  body: [
    'To limit callers, select the pods behind the Service with `podSelector` and list who may enter under `ingress.from`, by pod and namespace labels. As soon as one policy selects a pod, everything it does not allow in that direction is denied; an egress policy must also allow DNS (port 53).',
    "It works only when the network plug-in enforces it (Calico, Cilium and others; plain flannel does not). For traffic from outside it sees the client's address only with `externalTrafficPolicy: Local`.",
  ],
  askedAs: [
    'does a network policy apply to services',
    'restrict which pods can call a service',
    'networkpolicy port service port or target port',
    'is a service isolated between namespaces',
    'who can access my clusterip service',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/network-policies/',
};
