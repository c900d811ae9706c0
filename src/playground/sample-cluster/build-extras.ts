import type { ClusterDescription, KubernetesObject } from './description.ts';
import { DAY, time, uidOf } from './stable.ts';

/** What stands once in the cluster: the API server's own Service, the Ingress of web, who may talk to postgres, the autoscaler. */
export function buildExtras({ now }: ClusterDescription): readonly KubernetesObject[] {
  const meta = (kind: string, name: string, namespace: string | undefined, ageDays: number, more: object = {}) => ({
    creationTimestamp: time(now - ageDays * DAY),
    ...more,
    name,
    ...(namespace === undefined ? {} : { namespace }),
    uid: uidOf(kind, namespace ?? '', name),
  });
  return [
    {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: meta('Service', 'kubernetes', 'default', 210, { labels: { component: 'apiserver', provider: 'kubernetes' } }),
      spec: {
        clusterIP: '10.96.0.1',
        clusterIPs: ['10.96.0.1'],
        internalTrafficPolicy: 'Cluster',
        ipFamilies: ['IPv4'],
        ipFamilyPolicy: 'SingleStack',
        ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }],
        sessionAffinity: 'None',
        type: 'ClusterIP',
      },
      status: { loadBalancer: {} },
    },
    {
      addressType: 'IPv4',
      apiVersion: 'discovery.k8s.io/v1',
      endpoints: [{ addresses: ['10.132.0.10'], conditions: { ready: true } }],
      kind: 'EndpointSlice',
      metadata: meta('EndpointSlice', 'kubernetes', 'default', 210, { labels: { 'kubernetes.io/service-name': 'kubernetes' } }),
      ports: [{ name: 'https', port: 6443, protocol: 'TCP' }],
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'IngressClass',
      metadata: meta('IngressClass', 'nginx', undefined, 200),
      spec: { controller: 'k8s.io/ingress-nginx' },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: meta('Ingress', 'web', 'shop', 180, { generation: 1 }),
      spec: {
        ingressClassName: 'nginx',
        rules: [
          {
            host: 'shop.example.com',
            http: { paths: [{ backend: { service: { name: 'web', port: { name: 'http' } } }, path: '/', pathType: 'Prefix' }] },
          },
        ],
      },
      status: { loadBalancer: { ingress: [{ ip: '203.0.113.21' }] } },
    },
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: meta('NetworkPolicy', 'postgres-from-backends', 'shop', 120, { generation: 1 }),
      spec: {
        ingress: [
          {
            from: [
              { podSelector: { matchLabels: { tier: 'backend' } } },
              { podSelector: { matchLabels: { app: 'postgres' } } },
            ],
            ports: [{ port: 5432, protocol: 'TCP' }],
          },
        ],
        podSelector: { matchLabels: { app: 'postgres' } },
        policyTypes: ['Ingress'],
      },
    },
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: meta('HorizontalPodAutoscaler', 'web', 'shop', 60),
      spec: {
        maxReplicas: 8,
        metrics: [{ resource: { name: 'cpu', target: { averageUtilization: 70, type: 'Utilization' } }, type: 'Resource' }],
        minReplicas: 3,
        scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' },
      },
      status: {
        conditions: [
          {
            lastTransitionTime: time(now - 60 * DAY),
            message: 'recommended size matches current size',
            reason: 'ReadyForNewScale',
            status: 'True',
            type: 'AbleToScale',
          },
          {
            lastTransitionTime: time(now - 60 * DAY),
            message: 'the HPA was able to successfully calculate a replica count',
            reason: 'ValidMetricFound',
            status: 'True',
            type: 'ScalingActive',
          },
        ],
        currentReplicas: 3,
        desiredReplicas: 3,
      },
    },
  ];
}
