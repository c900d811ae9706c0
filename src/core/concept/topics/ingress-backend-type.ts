import type { Topic } from '../topic.ts';

export const ingressBackendType: Topic = {
  id: 'ingress-backend-type',
  title: 'Which Service type stands behind an Ingress',
  summary:
    'ClusterIP is enough for Services behind an Ingress or Gateway: the controller runs in the cluster and reaches the pods itself. NodePort or LoadBalancer would only open a second way in.',
  body: [
    "The exceptions are controllers outside the cluster: GKE's Ingress needs NodePort unless container-native load balancing (NEG, the default in VPC-native clusters) is used, and the AWS Load Balancer Controller needs NodePort with target type `instance`, but not with `ip`.",
    "Only the controller's own Service is a LoadBalancer (or NodePort on own machines). The backend names the port of the Service, not the container's, and the Service must be in the namespace of the Ingress.",
  ],
  askedAs: [
    'which service type for ingress backend',
    'does ingress need nodeport',
    'should services behind ingress be clusterip',
    'do I need loadbalancer if I have ingress',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/ingress/',
};
