import type { Topic } from '../topic.ts';

export const outsideToInside: Topic = {
  id: 'outside-to-inside',
  title: 'Ways into the cluster from outside',
  summary:
    'There are four usual ways: a LoadBalancer Service (one address, any TCP or UDP), an Ingress or Gateway over ClusterIP Services (HTTP, many hosts behind one address), a NodePort Service (a high port on every node), and `kubectl port-forward` for one person.',
  body: [
    'On a cloud take LoadBalancer for one application, and Ingress or Gateway for several sites or TLS. On own machines install MetalLB first, or use NodePort behind your own balancer. On a laptop use port-forward, `minikube service`, or kind with `extraPortMappings`.',
    "From a private network only, add the cloud's annotation for an internal load balancer. Pods keep using the ClusterIP, which every one of these contains.",
  ],
  askedAs: [
    'how can I access my application from outside the cluster',
    'ways to expose a service externally',
    'options to expose an app to the internet',
    'how does external traffic enter the cluster',
  ],
  source: 'https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/',
};
