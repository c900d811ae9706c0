import type { Topic } from '../topic.ts';

export const loadbalancerHow: Topic = {
  id: 'loadbalancer-how',
  title: 'How a LoadBalancer Service works',
  summary:
    "Kubernetes makes no load balancer itself: a controller (the cloud provider's, MetalLB, ServiceLB of k3s …) watches Services of type LoadBalancer, creates one and writes its address into `status.loadBalancer`, shown as EXTERNAL-IP.",
  body: [
    'Until then, or for ever when no such controller runs, EXTERNAL-IP is `<pending>`; the reason stands in the events of the Service. The load balancer forwards to node ports or straight to pods; the Service keeps its cluster IP, so pods go on using it.',
    'Annotations choose the kind: internal or public, TLS, static address; each provider has its own. On own machines install MetalLB, on minikube run `minikube tunnel`, on kind cloud-provider-kind.',
  ],
  askedAs: [
    'what happens when I create a loadbalancer service',
    'how does a loadbalancer service work',
    'who creates the load balancer',
    'what is type loadbalancer',
    'is a load balancer created automatically',
    'external-ip pending meaning',
    'why does external ip stay pending',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/#loadbalancer',
};
