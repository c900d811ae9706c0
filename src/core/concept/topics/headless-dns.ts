import type { Topic } from '../topic.ts';

export const headlessDns: Topic = {
  id: 'headless-dns',
  title: 'DNS names of the pods of a StatefulSet',
  summary:
    "A pod of a StatefulSet has the stable name `POD.SERVICE.NAMESPACE.svc.cluster.local`, for example `kafka-0.kafka.shop.svc.cluster.local`; SERVICE is the headless Service named in the StatefulSet's `spec.serviceName`.",
  body: [
    'The name stays when the pod is replaced, the IP address does not. It exists while the pod is ready; with `publishNotReadyAddresses: true` also before, which peers that bootstrap each other need.',
    'The headless Service must exist and its selector must match the pods. Pods of a Deployment have no such names. Outside the cluster the names mean nothing: give each pod a LoadBalancer or NodePort Service that selects the label `statefulset.kubernetes.io/pod-name`.',
  ],
  askedAs: [
    'dns name of a single pod in a statefulset',
    'stable hostname for each pod',
    'how do I reach pod 0 of a statefulset',
    'pod-0.service.namespace.svc.cluster.local',
    'address a specific pod',
  ],
  source: 'https://kubernetes.io/docs/concepts/workloads/controllers/statefulset/#stable-network-id',
};
