import type { Topic } from '../topic.ts';

export const noEndpoints: Topic = {
  id: 'no-endpoints',
  title: 'What happens without endpoints',
  summary:
    'The Service keeps its name and address, but no ready pod stands behind it: kube-proxy rejects the connection, so clients see "connection refused" at once (dropped packets and a timeout in some network plug-ins, 503 behind an Ingress).',
  body: [
    'Reasons, the most frequent first: the selector does not match the pod labels, pods are not ready, the workload is scaled to zero, the pods are in another namespace, or a named `targetPort` that no pod declares.',
    'Look at `kubectl get endpointslices -l kubernetes.io/service-name=NAME`, compare `spec.selector` with `kubectl get pods --show-labels`, then the readiness of the pods. Services without selector and ExternalName have none by design.',
  ],
  askedAs: [
    'what happens when a service has no pods',
    'service with zero endpoints',
    'why does a service have no endpoints',
    'replicas 0 behind a service',
  ],
  source: 'https://kubernetes.io/docs/tasks/debug/debug-application/debug-service/',
};
