import type { Topic } from '../topic.ts';

export const selectorLabels: Topic = {
  id: 'selector-labels',
  title: 'How the selector matches labels',
  summary:
    "The Service selects pods whose labels contain every pair of `spec.selector`; more labels on the pod do not matter. It compares with the labels of the pods (`spec.template.metadata.labels` of the Deployment), not with the Deployment's own labels.",
  body: [
    'A Service selector has only equal pairs, joined by AND: no `matchLabels`, no expressions, no OR. One wrong letter matches nothing: the Service then has no endpoints, without any error. Too few labels match too much, such as `app: web` for web and its worker.',
    'Check with `kubectl get pods -l KEY=VALUE -n NAMESPACE`. Names of Service and Deployment need not be equal.',
  ],
  askedAs: [
    'can a service match pods by expression or several labels',
    'how does a service know which pods belong to it',
    'how does a service find its pods',
    'how do selectors work',
    'does the service selector have to match deployment labels',
    'matchLabels in a service',
    'service selects the wrong pods',
  ],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/',
};
