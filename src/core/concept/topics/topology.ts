import type { Topic } from '../topic.ts';

export const topology: Topic = {
  id: 'topology',
  title: 'Keeping traffic in the zone: trafficDistribution',
  summary:
    "Set `spec.trafficDistribution: PreferSameZone` (formerly `PreferClose`) to send traffic to endpoints of the client's zone when there are any, or `PreferSameNode` to prefer the node; otherwise any endpoint is used.",
  body: [
    'The EndpointSlice controller writes hints into the slices and kube-proxy follows them. There is no balance of load: a zone with one pod and many clients overloads that pod, so spread the pods with topology spread constraints and scale by zone.',
    'The older way is the annotation `service.kubernetes.io/topology-mode: Auto`, which falls back when zones are uneven. `internalTrafficPolicy: Local` is strict instead of a preference. Nodes need the label `topology.kubernetes.io/zone`.',
  ],
  askedAs: [
    'keep traffic in the same zone',
    'avoid cross zone traffic cost',
    'trafficDistribution PreferClose',
    'topology aware routing hints',
    'prefer same node or zone',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#traffic-distribution',
};
