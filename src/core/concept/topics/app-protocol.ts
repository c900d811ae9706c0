import type { Topic } from '../topic.ts';

export const appProtocol: Topic = {
  id: 'app-protocol',
  title: 'appProtocol',
  summary:
    '`appProtocol` on a Service port is a hint for what is spoken above TCP; kube-proxy ignores it, but Ingress and Gateway controllers, cloud load balancers and meshes may read it.',
  body: [
    'Kubernetes defines `kubernetes.io/h2c` (HTTP/2 without TLS, as gRPC uses it), `kubernetes.io/ws` and `kubernetes.io/wss` (WebSocket); other values are IANA names such as `http` or `https`, or names with the prefix of an implementation.',
    "Istio and others also read the beginning of the port's `name` (`http-api`, `grpc-web`). Say it in one of the two ways and never contradict yourself: a port named `grpc` with `appProtocol: http` is treated wrongly. `protocol` stays TCP, UDP or SCTP.",
  ],
  askedAs: [
    'what is appProtocol for',
    'how do I tell the ingress controller that the backend speaks http2 or grpc',
    'protocol vs appProtocol',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#application-protocol',
};
