import type { Topic } from '../topic.ts';

export const serviceMesh: Topic = {
  id: 'service-mesh',
  title: 'Services with a mesh',
  summary:
    'A mesh needs Services as before: it reads names, ports and endpoints from them, but its sidecar or node proxy chooses the pod instead of kube-proxy, by request and with retries, mutual TLS and metrics.',
  body: [
    'So the Service stays ClusterIP. Tell the protocol by `appProtocol` or a port name that begins with it (`http-web`, `grpc-api`, `tcp-db`): otherwise Istio guesses from the first bytes, and protocols in which the server speaks first, such as MySQL, may hang.',
    "Headless Services and StatefulSets work, each pod as a target of its own. Traffic from outside enters through the mesh's gateway, which is itself a LoadBalancer Service. Istio's VirtualService and the Gateway API's HTTPRoute split traffic by weight.",
  ],
  askedAs: [
    'do I need services with istio',
    'service vs service mesh',
    'istio port naming',
    'does a mesh replace kube-proxy',
    'linkerd and services',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol',
};
