import type { Topic } from '../topic.ts';

export const tlsAtService: Topic = {
  id: 'tls-at-service',
  title: 'TLS and Services',
  summary:
    "A Service ends no TLS: it passes bytes on, so either the pod has the certificate, or something before it ends TLS: an Ingress or Gateway, or the cloud's load balancer.",
  body: [
    'With an Ingress put the certificate into a Secret of type `kubernetes.io/tls` and name it under `spec.tls`; a Gateway has it at the listener. cert-manager gets and renews certificates for both. On AWS the annotations `service.beta.kubernetes.io/aws-load-balancer-ssl-cert` and `-ssl-ports` let an NLB end TLS.',
    'A port named `https` or number 443 changes nothing by itself. Between pods a mesh adds mutual TLS. For TLS to the pod unchanged use TLS passthrough (TLSRoute) or a plain LoadBalancer.',
  ],
  askedAs: [
    'is the traffic between service and pod encrypted',
    'encrypt traffic inside the cluster',
    'does a service terminate tls',
    'https with a loadbalancer service',
    'ssl certificate for a service',
    'where is tls terminated',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/#tls',
};
