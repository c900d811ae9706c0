import type { Topic } from '../topic.ts';

export const terminatingEndpoints: Topic = {
  id: 'terminating-endpoints',
  title: 'Rolling updates and terminating pods',
  summary:
    'When a pod is deleted it becomes terminating in the EndpointSlice at once, but nodes and load balancers learn that a moment later, while the container already gets SIGTERM: requests in that moment fail if the process exits immediately.',
  body: [
    'Let the container go on answering for some seconds: a `preStop` sleep (the built-in `sleep` action) or a graceful shutdown that first keeps serving, within `terminationGracePeriodSeconds`. Cloud load balancers need longer than kube-proxy.',
    'kube-proxy sends new connections to terminating pods only when no ready pod is left and they still serve. Existing connections stay until the process closes them. A readiness probe and `maxUnavailable: 0` keep enough new pods ready before old ones go.',
  ],
  askedAs: [
    'dropped connections during rolling update',
    'zero downtime deployment with a service',
    'what happens to traffic when a pod terminates',
    'prestop sleep why',
  ],
  source: 'https://kubernetes.io/docs/concepts/workloads/pods/pod-lifecycle/#pod-termination',
};
