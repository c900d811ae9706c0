import type { Topic } from '../topic.ts';

export const nodeportRange: Topic = {
  id: 'nodeport-range',
  title: 'The node port range',
  summary:
    'Node ports come from 30000–32767 by default: 2768 ports for the whole cluster. Ports such as 80 or 443 are refused, because they would collide with what the nodes run themselves.',
  body: [
    "The API server's flag `--service-node-port-range` changes the range; managed clusters rarely let you, and ranges that overlap system ports are asking for trouble. For 80 and 443 take a LoadBalancer, or an Ingress controller with `hostPort` or `hostNetwork` on own machines.",
    'Without `nodePort` in the manifest a free one is chosen. A chosen one stays as long as the Service; to fix one, take it from the lower part of the range (30000–30085), which is used last for automatic choices.',
  ],
  askedAs: [
    'why are node ports such big numbers',
    'why can a nodeport not be 80 or 443',
    'what is the nodeport range',
    'can I use nodeport 80 or 443',
    'change node port range',
    'why 30000-32767',
    'provided port is not in the valid range',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
};
