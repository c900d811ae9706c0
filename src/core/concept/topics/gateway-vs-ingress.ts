import type { Topic } from '../topic.ts';

export const gatewayVsIngress: Topic = {
  id: 'gateway-vs-ingress',
  title: 'Gateway API or Ingress',
  summary:
    'For new things take the Gateway API when your controller supports it: it is the successor of Ingress. Ingress is stable and stays, but frozen: no new features are added.',
  body: [
    'Ingress is one object for HTTP hosts, paths and TLS; everything else hides in annotations that differ by controller. Gateway API splits roles: the platform team owns GatewayClass and Gateway (listeners, ports, certificates), application teams own HTTPRoute or GRPCRoute, with weights, header matches and references across namespaces; TCPRoute, TLSRoute and UDPRoute go beyond HTTP.',
    'Both lead to ordinary ClusterIP Services and need a controller. The ingress-nginx project was retired in March 2026: move to another controller; ingress2gateway helps to translate.',
  ],
  askedAs: [
    'gateway api vs ingress',
    'should I use gateway api or ingress',
    'is ingress deprecated',
    'ingress-nginx retired what now',
    'what is the gateway api',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/gateway/',
};
