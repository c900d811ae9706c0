import type { Topic } from '../topic.ts';

export const grpcBalancing: Topic = {
  id: 'grpc-balancing',
  title: 'gRPC and long connections',
  summary:
    'A Service balances connections, and gRPC keeps one HTTP/2 connection open for all calls: so all calls of a client go to one pod, and new replicas get nothing.',
  body: [
    'Three ways out: client-side balancing over a headless Service (gRPC: target `dns:///NAME.NAMESPACE:PORT` with the `round_robin` policy, so that it sees all pod addresses), a proxy that balances by request (Ingress or Gateway with HTTP/2, a mesh such as Istio or Linkerd), or servers that close connections after a while (`MAX_CONNECTION_AGE`) so that clients connect anew.',
    'The same holds for WebSockets, database pools and any keep-alive HTTP client.',
  ],
  askedAs: [
    'grpc load balancing does not work',
    'all grpc calls go to one pod',
    'http2 keepalive connection stays on one pod',
    'new replicas get no traffic',
    'websocket long lived connections balancing',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#headless-services',
};
