import type { Topic } from '../topic.ts';

export const trafficSplitting: Topic = {
  id: 'traffic-splitting',
  title: 'Canary and weights',
  summary:
    'A Service has no weights: it spreads connections evenly over all pods that its selector matches, so two Deployments with a common label share the traffic in proportion to their ready pods.',
  body: [
    'For a canary, select a label that both versions carry (`app: web`) and leave `version` out of the selector: nine old pods and one new one give about ten percent. For blue/green, put the version into the selector and change it: new connections go to the other version at once.',
    'For exact weights, headers or steps use an HTTPRoute with `weight` in `backendRefs`, an Ingress controller with canary annotations, or a mesh.',
  ],
  askedAs: [
    'canary with services',
    'split traffic between two versions',
    'weighted service',
    'blue green switch with a service',
    'one service for two deployments',
  ],
  source: 'https://kubernetes.io/docs/concepts/workloads/management/#canary-deployments',
};
