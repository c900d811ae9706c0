import type { Topic } from '../topic.ts';

export const clusteripFromOutside: Topic = {
  id: 'clusterip-from-outside',
  title: 'A ClusterIP from outside the cluster',
  summary:
    "No: a ClusterIP exists only in the rules of the cluster's nodes, so nothing outside can route to it. A ClusterIP Service is private to the cluster.",
  body: [
    "For yourself use `kubectl port-forward service/NAME 8080:80` and open `localhost:8080`, or the API server's proxy (`kubectl proxy`). For others change the type to NodePort or LoadBalancer, or put an Ingress or Gateway in front, which leaves the Service a ClusterIP.",
    'From a node itself it works, as the rules are there. Some networks route the Service range to the nodes by BGP (Calico, Cilium), then it can be reached; in GKE and EKS the pod addresses are routable in the VPC, but cluster IPs are not.',
  ],
  askedAs: [
    'can I reach a clusterip from outside',
    'access clusterip service from my laptop',
    'clusterip from browser',
    'is a clusterip service public',
  ],
  source: 'https://kubernetes.io/docs/tasks/access-application-cluster/access-cluster-services/',
};
