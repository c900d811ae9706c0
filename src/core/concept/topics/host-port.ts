import type { Topic } from '../topic.ts';

export const hostPort: Topic = {
  id: 'host-port',
  title: 'hostPort and hostNetwork instead of a Service',
  summary:
    "`hostPort` opens a container's port on the one node that runs the pod, and `hostNetwork: true` puts the pod into the node's network; neither needs a Service, and neither balances.",
  body: [
    'The port can be used once on a node, so only one such pod fits on each: a DaemonSet is the usual form, for Ingress controllers on own machines (80 and 443), agents and DNS. When the pod moves, the address changes. NodePort is open on all nodes, goes to any ready pod, and takes ports above 30000 only.',
    'Prefer a Service: `hostPort` limits scheduling, and `hostNetwork` goes around NetworkPolicies. With `hostNetwork` set `dnsPolicy: ClusterFirstWithHostNet` to find Services.',
  ],
  askedAs: ['hostport vs nodeport', 'what is hostNetwork', 'expose port 80 directly on the node', 'hostPort vs service'],
  source: 'https://kubernetes.io/docs/concepts/extend-kubernetes/compute-storage-net/network-plugins/',
};
