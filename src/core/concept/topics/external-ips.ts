import type { Topic } from '../topic.ts';

export const externalIps: Topic = {
  id: 'external-ips',
  title: 'spec.externalIPs',
  summary:
    "`spec.externalIPs` names addresses that nodes answer for: traffic that arrives at a node with that destination and the Service's port goes to the pods. Kubernetes neither assigns nor routes the addresses; your network must lead them to a node.",
  body: [
    'It works with every type except ExternalName, and is rarely what you want: it needs no controller, but nothing moves the address when the node dies, and any user who may write Services could take over traffic (many clusters forbid it by admission; it is deprecated since 1.36).',
    "The EXTERNAL-IP column of `kubectl get svc` shows these addresses, the load balancer's, `<pending>`, or `<none>` for ClusterIP and NodePort, which is normal.",
  ],
  askedAs: [
    'what is externalIPs in a service',
    'external-ip column meaning',
    'set external ip manually',
    'externalIPs vs loadBalancerIP',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#external-ips',
};
