import type { Topic } from '../topic.ts';

export const sourceIp: Topic = {
  id: 'source-ip',
  title: "Seeing the client's IP address",
  summary:
    "Inside the cluster pods see the IP address of the calling pod; from outside, through NodePort or LoadBalancer, they see a node's address, because `externalTrafficPolicy: Cluster` (the default) rewrites the source on the way to another node.",
  body: [
    '`externalTrafficPolicy: Local` keeps the client IP: only nodes with a ready pod answer. Load balancers that end the connection themselves (HTTP load balancers, some NLB modes) hide the client anyway: read `X-Forwarded-For`, or switch on PROXY protocol on both sides.',
    "Behind an Ingress or Gateway the pod's peer is always the controller: set `Local` on the controller's Service, and take the address from the header, trusted only when it comes from your proxy.",
  ],
  askedAs: [
    'see the real visitor address behind a load balancer',
    'how do I get the real client ip',
    'pod sees node ip instead of client ip',
    'preserve source ip',
    'why do I see 10.x address in my logs',
    'x-forwarded-for with services',
  ],
  source: 'https://kubernetes.io/docs/tutorials/services/source-ip/',
};
