import type { Topic } from '../topic.ts';

export const nodeportNodes: Topic = {
  id: 'nodeport-nodes',
  title: 'On which nodes a NodePort answers',
  summary:
    "On every node, whether or not it runs a pod of the Service: any node's IP address with the node port leads to a ready pod, also on another node.",
  body: [
    "Two things change that. `externalTrafficPolicy: Local` makes nodes without a pod drop the traffic. kube-proxy's `--nodeport-addresses` limits node ports to some address ranges (nftables mode: to the primary node address by default). On `localhost` of a node it works in iptables mode only.",
    'Find addresses with `kubectl get nodes -o wide`; in clouds nodes often have only private addresses, and security groups or firewalls must allow the port. Do not tie clients to one node: when it goes, so do they.',
  ],
  askedAs: [
    'is the node port open on a node without a pod',
    'which node ip do I use with nodeport',
    'is nodeport open on all nodes',
    'does nodeport work on a node without the pod',
    'nodeport on control plane node',
    'nodeport only on certain interface',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#service-nodeport-custom-listen-address',
};
