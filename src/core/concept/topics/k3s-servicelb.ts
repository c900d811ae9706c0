import type { Topic } from '../topic.ts';

export const k3sServicelb: Topic = {
  id: 'k3s-servicelb',
  title: 'LoadBalancer on k3s (ServiceLB)',
  summary:
    "k3s brings a small controller, ServiceLB (formerly Klipper): for each LoadBalancer Service it starts `svclb-` pods that open the Service's port as host port on the nodes, and the node addresses become the EXTERNAL-IP.",
  body: [
    'So only one Service can have a port: the second one for 80 or 443 stays pending, because Traefik, which k3s installs as Ingress controller, has both. Use an Ingress for HTTP, another port, or switch Traefik off (`--disable traefik`).',
    'To use MetalLB start the server with `--disable servicelb`. Labels on nodes (`svccontroller.k3s.cattle.io/enablelb`) choose which nodes take part.',
  ],
  askedAs: [
    'how does loadbalancer work on k3s',
    'what are svclb pods',
    'klipper servicelb',
    'k3s loadbalancer pending port already used',
    'k3s traefik ports 80 443',
  ],
  source: 'https://docs.k3s.io/networking/networking-services',
};
