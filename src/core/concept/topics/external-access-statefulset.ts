import type { Topic } from '../topic.ts';

export const externalAccessStatefulset: Topic = {
  id: 'external-access-statefulset',
  title: 'Reaching each pod from outside (Kafka, Redis Cluster, MongoDB)',
  summary:
    'Give each pod a Service of its own, LoadBalancer or NodePort, with the selector `statefulset.kubernetes.io/pod-name: NAME-0`, and let each pod announce that outside address to its clients.',
  body: [
    'Clients of Kafka, Redis Cluster, MongoDB replica sets and the like ask one node for the list of all nodes and then connect to the addresses in that list. One shared load balancer leads them to any pod, and the announced pod addresses are unreachable from outside.',
    'So three brokers need three Services, plus one for the first contact, and `advertised.listeners` (Kafka) or `cluster-announce-ip` (Redis) for each pod. Operators and charts usually have a switch for external access that makes them.',
  ],
  askedAs: [
    'expose kafka brokers outside the cluster',
    'external access to a statefulset',
    'one loadbalancer per pod',
    'redis cluster from outside',
    'how to reach each replica from outside kubernetes',
  ],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#pod-name-label',
};
