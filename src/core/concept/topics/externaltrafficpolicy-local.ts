import type { Topic } from '../topic.ts';

export const externaltrafficpolicyLocal: Topic = {
  id: 'externaltrafficpolicy-local',
  title: 'externalTrafficPolicy: Cluster or Local',
  summary:
    "With `Cluster` (the default) every node accepts traffic from outside and may pass it to a pod on another node, replacing the client's source IP by the node's; with `Local` a node gives traffic only to its own pods, so the client IP stays visible and one hop is saved.",
  body: [
    'The price of `Local`: a node without a ready pod drops the traffic. Load balancers find out by the health check on `healthCheckNodePort` and leave such nodes out; with plain NodePort clients must choose a node that has a pod. Load is spread by node, not by pod, so it may be uneven: spread the pods with topology constraints.',
    'It concerns node ports, load balancers and external IPs, not the cluster IP.',
  ],
  askedAs: [
    'difference between externalTrafficPolicy Local and Cluster',
    'what does externalTrafficPolicy do',
    'preserve client ip with local',
    'why do only some nodes answer with local',
  ],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy',
};
