import type { Topic } from '../topic.ts';

export const nodeport: Topic = {
  id: 'nodeport',
  title: 'What a NodePort is',
  summary:
    "A NodePort Service opens one port from 30000 to 32767 on every node of the cluster; whoever reaches any node's IP address on that port reaches a ready pod of the Service.",
  body: [
    'It contains a ClusterIP, so pods use the normal name and port. Clients outside call `NODE-IP:NODEPORT`; find both with `kubectl get nodes -o wide` and `kubectl get svc`.',
    "Take it for tests, labs and demos, or behind a load balancer of your own. For production it is awkward: clients depend on node addresses, nothing takes a dead node out, the ports are high, every node's firewall must let them in, and the client's IP address is hidden unless `externalTrafficPolicy` is `Local`.",
  ],
  askedAs: ['what is a nodeport', 'what is a nodeport service', 'how does nodeport work', 'when do I use nodeport'],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
};
