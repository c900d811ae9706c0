import type { Topic } from '../topic.ts';

export const sessionAffinity: Topic = {
  id: 'session-affinity',
  title: 'Session affinity (sticky sessions)',
  summary:
    '`sessionAffinity: ClientIP` sends all connections of one client IP address to the same pod, for 10800 seconds (3 hours) after its last connection by default; `sessionAffinityConfig.clientIP.timeoutSeconds` sets 1 to 86400.',
  body: [
    'The default is `None`. It works by source address only: a Service is layer 4 and knows no cookies. Behind a proxy, NAT or a load balancer that hides the client, thousands of users share one address and land on one pod. When the pod goes away, the client moves to another.',
    'For cookie affinity use an Ingress or Gateway controller that has it, such as the cookie annotations of ingress-nginx or the affinity of a cloud load balancer. Better is no state in the pod.',
  ],
  askedAs: [
    'keep a user on the same backend',
    'how do sticky sessions work with services',
    'sessionAffinity ClientIP timeout default',
    'how long does stickiness last',
    'same client always to the same pod',
    'cookie based affinity',
  ],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#session-affinity',
};
