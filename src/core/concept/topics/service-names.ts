import type { Topic } from '../topic.ts';

export const serviceNames: Topic = {
  id: 'service-names',
  title: 'Which names a Service may have',
  summary:
    "A Service's name is a DNS label: at most 63 lower-case letters, digits and hyphens, beginning with a letter, ending with a letter or digit, unique in its namespace.",
  body: [
    'A name cannot be changed: make a second Service with the same selector under the new name, move the clients, then delete the old one. Both send to the same pods meanwhile. The cluster IP and the address of a load balancer are new; an ExternalName Service can keep the old name as an alias.',
    'The same name may exist in every namespace: `web.shop` and `web.test` are different Services. Dots and underscores are refused, because the name is part of a DNS name.',
  ],
  askedAs: [
    'which characters may a service name have',
    'can I rename a service',
    'rename service without downtime',
    'maximum length of a service name',
    'can two services have the same name in different namespaces',
    'underscore in service name',
  ],
  source: 'https://kubernetes.io/docs/concepts/overview/working-with-objects/names/',
};
