import type { Topic } from '../topic.ts';

export const clusterip: Topic = {
  id: 'clusterip',
  title: 'What a ClusterIP is',
  summary:
    'ClusterIP is the default Service type: a virtual IP address, and a DNS name for it, that work inside the cluster only and lead to any ready pod that the selector matches.',
  body: [
    'Take it whenever the callers are pods: a frontend that calls an API, an API that calls a database. Pods come and go with changing addresses; the cluster IP stays for the life of the Service. It costs nothing, opens nothing to the outside, and is also what an Ingress or Gateway leads to.',
    'It answers no ping and cannot be called from your laptop: use `kubectl port-forward` for that. NodePort and LoadBalancer Services have a cluster IP, too.',
  ],
  askedAs: [
    'what is a clusterip',
    'what is a clusterip service',
    'what is the point of clusterip',
    'default service type',
    'when do I use clusterip',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-clusterip',
};
