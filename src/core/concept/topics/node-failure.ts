import type { Topic } from '../topic.ts';

export const nodeFailure: Topic = {
  id: 'node-failure',
  title: 'When a node fails',
  summary:
    "A Service is an object in the API, so no node's failure removes it: the endpoints on that node are taken out of its EndpointSlices, and traffic goes to the ready pods on other nodes.",
  body: [
    'The control plane notices a dead node when its heartbeats stop, about 50 seconds by default; then the node and its pods count as not ready. Until then some new connections still go to them and time out. Five minutes later the pods are evicted and replaced elsewhere. A planned `kubectl drain` loses nothing, when the pods end gracefully.',
    "After a reboot kube-proxy writes the rules again. Spread replicas over nodes, let clients try again, and let the cloud's load balancer check the health of nodes.",
  ],
  askedAs: [
    'what happens to a service when a node dies',
    'how fast does a service notice a dead node',
    'do services survive a node reboot',
    'if I kill a node how long until traffic moves',
    'node failure and endpoints',
    'drain a node without losing requests',
  ],
  source: 'https://kubernetes.io/docs/concepts/architecture/nodes/',
};
