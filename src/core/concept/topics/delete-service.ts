import type { Topic } from '../topic.ts';

export const deleteService: Topic = {
  id: 'delete-service',
  title: 'Deleting a Service',
  summary:
    'Deleting a Service removes its name, its addresses and its EndpointSlices, and for a LoadBalancer also the load balancer at the provider; the pods and their Deployment go on running.',
  body: [
    'Clients can no longer resolve the name, and an Ingress that leads to it answers 503. A new Service of the same name gets another cluster IP and usually another external address, so change a Service in place where you can.',
    'A LoadBalancer Service may hang in deletion: the finalizer `service.kubernetes.io/load-balancer-cleanup` waits until the controller has removed the load balancer. When that fails, the reason stands in the events of the Service; removing the finalizer by hand leaves the load balancer behind, and its bill.',
  ],
  askedAs: [
    'does deleting a service delete the pods',
    'what happens when I delete a service',
    'is it safe to delete a service',
    'service stuck deleting terminating',
  ],
  source: 'https://kubernetes.io/docs/concepts/services-networking/service/',
};
