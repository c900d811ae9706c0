import type { Topic } from '../topic.ts';

export const healthCheckNodePort: Topic = {
  id: 'health-check-node-port',
  title: 'healthCheckNodePort',
  summary:
    'With type LoadBalancer and `externalTrafficPolicy: Local`, Kubernetes opens `healthCheckNodePort` on every node: it answers HTTP 200 on `/healthz` when the node has a ready pod of the Service and 503 when not, and the load balancer sends traffic only to the first kind.',
  body: [
    "That some nodes are shown as unhealthy is therefore normal with `Local`. With `Cluster` every healthy node may take traffic; load balancers check kube-proxy's `/healthz` on port 10256 or the node port itself.",
    "The port is chosen automatically or set at creation, and firewalls must let the provider's health checks through to it. A load balancer that targets pod IPs checks the pods directly.",
  ],
  askedAs: [
    'what is healthCheckNodePort',
    'how does the load balancer know which node has pods',
    'nodes unhealthy in target group',
    'load balancer health check',
  ],
  source: 'https://kubernetes.io/docs/reference/networking/virtual-ips/#external-traffic-policy',
};
