import type { Topic } from '../topic.ts';

export const ingressController: Topic = {
  id: 'ingress-controller',
  title: 'Ingress controllers',
  summary:
    "An Ingress is only a set of rules; an Ingress controller is the proxy (Traefik, HAProxy, Envoy-based, or a cloud's HTTP load balancer) that reads the rules and carries the traffic. Without one an Ingress does nothing and gets no address.",
  body: [
    "Kubernetes brings none. `kubectl get ingressclass` shows what is installed; an Ingress names its class in `spec.ingressClassName`, or the class marked as default takes it. The controller's pods stand behind a Service of their own, usually of type LoadBalancer, and its address is what DNS must point to.",
    'GKE and AKS offer controllers of their own, EKS the AWS Load Balancer Controller, k3s installs Traefik.',
  ],
  askedAs: [
    'what is an ingress controller',
    'why does my ingress have no address',
    'do I need an ingress controller',
    'what is an ingressclass',
    'is an ingress controller a service',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress-controllers/',
};
