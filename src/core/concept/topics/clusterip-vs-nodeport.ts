import type { Topic } from '../topic.ts';

export const clusteripVsNodeport: Topic = {
  id: 'clusterip-vs-nodeport',
  title: 'ClusterIP or NodePort',
  summary:
    'A ClusterIP Service has a virtual address that works inside the cluster only; a NodePort Service has the same and, in addition, one port from 30000 to 32767 that is open on every node for clients outside.',
  body: [
    "So NodePort contains ClusterIP: pods keep using the cluster address and the normal port, clients outside call any node's IP address with the node port, and kube-proxy leads both to the same pods, also on other nodes.",
    'Use ClusterIP (the default) for everything that only pods call. Use NodePort for tests, or behind a load balancer of your own; it exposes the port on all nodes, so a firewall has to decide who gets in.',
  ],
  askedAs: [
    'difference between clusterip and nodeport',
    'clusterip vs nodeport',
    'why would I use nodeport instead of clusterip',
    'does a nodeport service also have a cluster ip',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#type-nodeport',
};
