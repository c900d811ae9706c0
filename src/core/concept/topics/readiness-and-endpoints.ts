import type { Topic } from '../topic.ts';

export const readinessAndEndpoints: Topic = {
  id: 'readiness-and-endpoints',
  title: 'Readiness decides who gets traffic',
  summary:
    'A Service sends traffic to ready pods only; it checks nothing itself. The kubelet runs the readiness probe, and a pod that fails it is marked not ready in the EndpointSlice until it passes again.',
  body: [
    'A pod without readiness probe counts as ready as soon as its containers run, which is often too early. A failing liveness probe restarts the container instead; a pod that is not ready is left running without traffic. When no pod is ready, connections to the Service are refused.',
    'Existing connections are not cut when a pod becomes not ready. `publishNotReadyAddresses: true` switches the rule off, for peers of a cluster.',
  ],
  askedAs: [
    'does a service health check pods',
    'how does a service know that a pod is healthy',
    'readiness probe and service',
    'are pods that are not ready removed from the service',
    'liveness vs readiness for services',
  ],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#container-probes',
};
