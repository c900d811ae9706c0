import type { Topic } from '../topic.ts';

export const headlessPurpose: Topic = {
  id: 'headless-purpose',
  title: 'Headless Services (clusterIP: None)',
  summary:
    'A headless Service has `clusterIP: None`: there is no virtual address and no balancing; its DNS name gives the pod IPs themselves, one A or AAAA record for each ready pod.',
  body: [
    'Take it when clients must reach each pod by itself or balance on their own: the peers of a database or broker (Cassandra, Kafka, etcd), StatefulSets that need a stable name for each pod, gRPC clients with client-side balancing.',
    'kube-proxy does nothing for it, so port and targetPort are not translated: clients call the port of the container. Clients that cache DNS or keep one connection stay on one pod. With a selector, endpoints are made as usual; without one, DNS answers with the EndpointSlices that you write.',
  ],
  askedAs: [
    'do headless services do load balancing',
    'what is a headless service',
    'what does clusterIP: None mean',
    'when do I need a headless service',
    'headless vs clusterip',
    'why does a statefulset need a headless service',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
};
