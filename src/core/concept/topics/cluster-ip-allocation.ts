import type { Topic } from '../topic.ts';

export const clusterIpAllocation: Topic = {
  id: 'cluster-ip-allocation',
  title: 'Where cluster IPs come from',
  summary:
    'The API server gives each Service a free address of the Service range (`--service-cluster-ip-range`, for example 10.96.0.0/12); it stays the same until the Service is deleted, whatever happens to the pods.',
  body: [
    'You may choose one with `spec.clusterIP`: it must lie in the range and be free. The lower part of the range is used last by the automatic choice, so take fixed ones from there; cluster DNS usually has the tenth address.',
    'The range must not overlap with pod and node networks. More addresses come with a ServiceCIDR object (stable since 1.33), without restarting anything. Prefer the DNS name to a fixed address.',
  ],
  askedAs: [
    'how is a cluster ip assigned',
    'who assigns the 10.96 addresses of services',
    'which controller hands out the cluster ip',
    'how is the clusterip assigned',
    'can I choose the cluster ip',
    'does the cluster ip change',
    'service cidr range',
    'service ip range is full',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/cluster-ip-allocation/',
};
