import type { Topic } from '../topic.ts';

export const protocols: Topic = {
  id: 'protocols',
  title: 'TCP, UDP and SCTP in Services',
  summary:
    'Services support TCP (the default), UDP and SCTP, chosen for each port with `protocol`; a Service is layer 4 and knows nothing of HTTP.',
  body: [
    'UDP works with ClusterIP and NodePort everywhere; for LoadBalancer it depends on the provider. SCTP needs a network plug-in and load balancer that support it. kube-proxy keeps UDP flows on one pod for as long as the connection-tracking entry lives, so a sender that never pauses stays on it.',
    'What is spoken above, such as HTTP, gRPC or WebSocket, can be told to Ingress and Gateway controllers and meshes by `appProtocol`. `kubectl port-forward` carries TCP only.',
  ],
  askedAs: [
    'which protocols are allowed in the ports of a service',
    'does a service support udp',
    'which protocols do services support',
    'what is the default protocol of a service',
    'sctp support',
  ],
  source: 'https://kubernetes.io/docs/reference/networking/service-protocols/',
};
