import type { Topic } from '../topic.ts';

export const podWithoutService: Topic = {
  id: 'pod-without-service',
  title: 'Reaching a pod without a Service',
  summary:
    'A pod can be reached without a Service, by its pod IP inside the cluster or by `kubectl port-forward` from your machine; but its IP changes with every restart elsewhere, and nothing balances over replicas.',
  body: [
    'A Service needs no Deployment and a Deployment needs no Service: the Deployment runs the pods, the Service gives them a name and an address. A worker that only takes jobs from a queue and that nobody calls needs none.',
    'Without a Service there are `hostPort` and `hostNetwork`, which tie the pod to its node, and a headless Service, which only gives names. Use a ClusterIP Service as soon as another pod calls it.',
  ],
  askedAs: [
    'can I access a pod without a service',
    'do I need a service for every deployment',
    'does a worker that nobody calls need a service',
    'difference between deployment and service',
    'pod without service',
    'kya service ke bina pod access kar sakte hai',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
};
