import type { Topic } from '../topic.ts';

export const loadBalancingAlgorithm: Topic = {
  id: 'load-balancing-algorithm',
  title: 'How a Service chooses a pod',
  summary:
    'kube-proxy chooses a random ready pod for each new connection in iptables and nftables mode (IPVS: round robin by default); it balances connections, never requests.',
  body: [
    'All packets of one connection go to the same pod. With keep-alive, HTTP/2, gRPC or a database pool few connections live long, so load gets uneven and new pods see little of it. It knows neither load nor latency of a pod.',
    'For balancing by request put an Ingress, Gateway or mesh before it, or let the client balance over a headless Service. `sessionAffinity: ClientIP` ties a client to a pod; `trafficDistribution` prefers near ones. There are no weights in a Service.',
  ],
  askedAs: [
    'round robin or least connections or random',
    'how does kube-proxy pick a pod',
    'which load balancing algorithm does a service use',
    'is it round robin',
    'how does clusterip choose the pod',
    'uneven load between pods',
    'does a service balance per request or per connection',
  ],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/',
};
