import type { Topic } from '../topic.ts';

export const serviceTypes: Topic = {
  id: 'service-types',
  title: 'Which Service types there are',
  summary:
    'There are four types, each building on the one before: ClusterIP (inside the cluster only), NodePort (a port on every node), LoadBalancer (an address outside, made by the cloud or MetalLB) and ExternalName (a DNS alias). Headless (`clusterIP: None`) is a ClusterIP Service without the virtual address.',
  body: [
    'Take ClusterIP, the default, when pods call each other. Take NodePort for tests or when no load balancer is at hand, LoadBalancer for one application that clients outside reach, and ExternalName to give an outside DNS name an alias in the cluster. Take headless when clients must reach each pod by itself.',
    'For several HTTP sites, put an Ingress or Gateway in front of ClusterIP Services instead of one LoadBalancer each.',
  ],
  askedAs: [
    'what types of services are there',
    'which service types exist and when to use which',
    'difference between ClusterIP NodePort LoadBalancer ExternalName',
    'explain all kinds of services',
    'clusterip vs nodeport vs loadbalancer',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types',
};
