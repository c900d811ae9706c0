import type { Topic } from '../topic.ts';

export const multiPortServices: Topic = {
  id: 'multi-port-services',
  title: 'Several ports in one Service',
  summary: 'Yes: list several entries under `spec.ports`; then each entry needs a `name`, so that they can be told apart.',
  body: [
    'Every port has its own `port`, `targetPort`, `protocol` and, where the type has it, `nodePort`. The same number may appear twice with different protocols, such as DNS with TCP 53 and UDP 53. All ports lead to the same pods, because the selector belongs to the whole Service.',
    'For type LoadBalancer, TCP and UDP together need a provider that supports mixed protocols. There are no port ranges in a Service: each port is written out.',
  ],
  askedAs: [
    'can a service have multiple ports',
    'expose two ports with one service',
    'service with http and https port',
    'port name required for multiple ports',
    'tcp and udp on the same port',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#multi-port-services',
};
