import type { Topic } from '../topic.ts';

export const onePodManyServices: Topic = {
  id: 'one-pod-many-services',
  title: 'Several Services for the same pods',
  summary:
    'Yes: Services are independent, and any number may select the same pods. Each has its own name, type, address and ports.',
  body: [
    'Usual pairs: a ClusterIP for pods and a LoadBalancer for clients outside; an internal and a public LoadBalancer; a headless Service for peers and a ClusterIP for clients; one for the application and one for metrics, so that the metrics port is not public. For one type more, change nothing in the first: add a second Service with the same selector.',
    'The other way round works too: one Service covers pods of several Deployments when they share the labels of its selector, wanted for a canary and a nasty surprise otherwise.',
  ],
  askedAs: [
    'two services pointing to the same pods',
    'can one pod belong to multiple services',
    'two services for one deployment',
    'internal and external service for the same pods',
    'multiple services same selector',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
};
