import type { Topic } from '../topic.ts';

export const kubernetesService: Topic = {
  id: 'kubernetes-service',
  title: 'The Service "kubernetes" in default',
  summary:
    'The Service `kubernetes` in the namespace `default` leads pods to the API server: `https://kubernetes.default.svc`. The control plane makes it and makes it again when it is deleted.',
  body: [
    'It has no selector: the API servers write their own addresses into its endpoints, so it is right that it selects no pods. It always has the first address of the Service range, and client libraries find it by the variables `KUBERNETES_SERVICE_HOST` and `KUBERNETES_SERVICE_PORT`.',
    'Do not put your own things under that name. When pods cannot reach it, look at kube-proxy, egress NetworkPolicies and the network of the node. Another Service that a cluster brings is `kube-dns` in `kube-system`.',
  ],
  askedAs: [
    'what is the kubernetes service in the default namespace',
    'can I delete the kubernetes service',
    'kubernetes.default.svc',
  ],
  source: 'https://kubernetes.io/docs/tasks/run-application/access-api-from-pod/',
};
