import type { Topic } from '../topic.ts';

export const namedTargetPort: Topic = {
  id: 'named-target-port',
  title: 'targetPort as a name',
  summary:
    "Yes, `targetPort` can be a name: it must equal the name of a port in the pod's container (`ports[].name` beside `containerPort`), in each pod that the selector matches.",
  body: [
    'The name is looked up for each pod, so pods of two versions may listen on different numbers under one name, and you can change the number without touching the Service. Names have at most 15 characters: lower-case letters, digits and dashes, at least one letter.',
    'When no selected pod declares that name, the Service has no usable endpoint for the port: connections fail although everything looks right. Probes and Ingress backends may use port names too, but an Ingress names the port of the Service.',
  ],
  askedAs: [
    'can targetPort be a name',
    'is targetPort allowed to be a string',
    'named port in service',
    'use port name instead of number',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports',
};
