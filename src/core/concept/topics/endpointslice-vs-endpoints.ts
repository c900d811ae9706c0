import type { Topic } from '../topic.ts';

export const endpointsliceVsEndpoints: Topic = {
  id: 'endpointslice-vs-endpoints',
  title: 'EndpointSlices and Endpoints',
  summary:
    "EndpointSlices hold the addresses of a Service's pods in pieces of at most 100 endpoints by default (1000 possible); several slices for one Service are normal. The older Endpoints object is one single list, deprecated since Kubernetes 1.33 and cut off at 1000 addresses.",
  body: [
    'There is one set of slices for each IP family (dual-stack has at least two) and a split when pods differ in their port numbers; the controller does not rebalance slices that are partly full. Each endpoint has the conditions `ready`, `serving` and `terminating`, its node and zone.',
    'Read them with `kubectl get endpointslices -l kubernetes.io/service-name=NAME`. kube-proxy reads only slices.',
  ],
  askedAs: [
    'how does kube-proxy know about new pods',
    'who updates the endpoints when pods change',
    'difference between endpoints and endpointslices',
    'why are there several endpointslices for one service',
    'what is an endpointslice',
    'are endpoints deprecated',
    '3 endpointslices is that a bug',
    'maximum number of endpoints',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/endpoint-slices/',
};
