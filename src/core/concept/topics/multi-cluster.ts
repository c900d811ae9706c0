import type { Topic } from '../topic.ts';

export const multiCluster: Topic = {
  id: 'multi-cluster',
  title: 'Services across clusters',
  summary:
    'A Service ends at its cluster: pods of another cluster cannot use its name or cluster IP. They need an address that is reachable from there.',
  body: [
    'The simple way: an internal LoadBalancer (or a Gateway) in the cluster that serves, and in the other one an ExternalName Service for its DNS name, or a Service without selector with an EndpointSlice for its IP address.',
    'The Multi-Cluster Services API does it by export: a `ServiceExport` in one cluster makes `NAME.NAMESPACE.svc.clusterset.local` known in all of a cluster set, where it is implemented (GKE, Submariner, Cilium Cluster Mesh). Meshes such as Istio and Linkerd have it, too. The pod networks must be routed or joined by gateways.',
  ],
  askedAs: [
    'can I call a service in another cluster',
    'multi cluster services',
    'service across two clusters',
    'clusterset.local',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
};
