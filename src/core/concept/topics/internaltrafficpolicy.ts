import type { Topic } from '../topic.ts';

export const internaltrafficpolicy: Topic = {
  id: 'internaltrafficpolicy',
  title: 'internalTrafficPolicy',
  summary:
    '`internalTrafficPolicy: Local` lets pods reach only endpoints on their own node through the Service; the default `Cluster` uses all endpoints of the cluster.',
  body: [
    'It is made for agents that run on every node as a DaemonSet: log collectors, metrics, DNS caches. A pod sends to one Service name and reaches the agent beside it, without crossing the network.',
    'There is no fallback: when the node has no ready endpoint, the connection fails as if the Service had none. When near is only a wish, use `trafficDistribution: PreferSameNode` or `PreferSameZone`, which fall back to others. It concerns traffic from inside; `externalTrafficPolicy` is for traffic from outside.',
  ],
  askedAs: [
    'what is internalTrafficPolicy local',
    'only send to pods on the same node',
    'reach the daemonset pod on my own node',
    'node local service',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service-traffic-policy/',
};
