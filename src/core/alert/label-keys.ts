import type { CandidateKind } from './alert.ts';

/** Names of the label that holds the cluster, the surest first. */
export const clusterKeys: readonly string[] = [
  'k8s_cluster_name',
  'k8s_cluster',
  'kube_cluster_name',
  'kube_cluster',
  'kubernetes_cluster_name',
  'kubernetes_cluster',
  'cluster_name',
  'clustername',
  'cluster',
];

/**
 * Names of the label that holds the namespace. Prometheus renames a label of the metric to `exported_…` when the scraped
 * target has one of that name itself: then the plain one is where the exporter runs.
 */
export const namespaceKeys: readonly string[] = [
  'exported_namespace',
  'destination_service_namespace',
  'destination_workload_namespace',
  'kube_namespace',
  'k8s_namespace_name',
  'k8s_namespace',
  'kubernetes_namespace_name',
  'kubernetes_namespace',
  'namespace_name',
  'namespace',
  'ns',
];

export interface SubjectKey {
  readonly key: string;
  readonly kind: CandidateKind;
  /** `exported` and `destination` name the subject where the plain labels of the same set name the one who measured. */
  readonly family?: 'exported' | 'destination';
}

const keys = (kind: CandidateKind, ...names: readonly string[]): readonly SubjectKey[] =>
  names.map((key) => {
    if (key.startsWith('exported_')) return { key, kind, family: 'exported' };
    return key.startsWith('destination_') ? { key, kind, family: 'destination' } : { key, kind };
  });

/** Names of the labels that hold what an alert is about, the one that leads to a Service most directly first. */
export const subjectKeys: readonly SubjectKey[] = [
  ...keys('Service', 'exported_service', 'destination_service_name', 'kube_service', 'kubernetes_service_name'),
  ...keys('Service', 'kubernetes_service', 'k8s_service_name', 'k8s_service', 'service', 'service_name', 'svc'),
  ...keys('Ingress', 'exported_ingress', 'kube_ingress', 'ingress_name', 'ingress'),
  ...keys('HTTPRoute', 'httproute_name', 'httproute'),
  ...keys('Deployment', 'exported_deployment', 'kube_deployment', 'k8s_deployment_name', 'kubernetes_deployment'),
  ...keys('Deployment', 'deployment_name', 'deployment'),
  ...keys(
    'StatefulSet',
    'exported_statefulset',
    'kube_stateful_set',
    'kube_statefulset',
    'k8s_statefulset_name',
    'statefulset',
  ),
  ...keys('DaemonSet', 'exported_daemonset', 'kube_daemon_set', 'kube_daemonset', 'k8s_daemonset_name', 'daemonset'),
  ...keys('Workload', 'destination_workload', 'workload', 'workload_name', 'owner_name', 'rollout'),
  ...keys('ReplicaSet', 'exported_replicaset', 'kube_replica_set', 'k8s_replicaset_name', 'replicaset'),
  ...keys('HorizontalPodAutoscaler', 'horizontalpodautoscaler', 'hpa'),
  ...keys('Pod', 'exported_pod', 'kubernetes_pod_name', 'kube_pod_name', 'k8s_pod_name', 'pod_name', 'pod'),
  ...keys('Name', 'app_kubernetes_io_name', 'label_app_kubernetes_io_name', 'kube_app_name', 'label_app', 'app'),
  ...keys('Name', 'application', 'exported_job', 'job'),
];

/** Labels whose values may hold the DNS name of a Service: `http://checkout.shop.svc:8080/healthz`. */
export const addressKeys: readonly string[] = [
  'destination_service',
  'target',
  'instance',
  'url',
  'host',
  'address',
  'server_address',
  'envoy_cluster_name',
  'upstream',
  'probe',
];

/** An alert about one of these is not about a Service, whatever else its labels say. */
export const otherSubjectKeys: readonly string[] = [
  'node',
  'node_name',
  'persistentvolume',
  'persistentvolumeclaim',
  'job_name',
  'cronjob',
  'resourcequota',
  'device',
  'mountpoint',
];

/** The programs that measure others, and the names that Prometheus gives to its scrape jobs. */
const measuring =
  /(?:^|-)(?:kube-state-metrics|node-exporter|kubelet|cadvisor|blackbox(?:-exporter)?|kube-prometheus(?:-stack)?|prometheus|alertmanager|pushgateway|vmagent|vmalert|otel-collector|opentelemetry-collector|datadog-agent|istio-proxy|linkerd-proxy|metrics-server|ingress-nginx-controller)(?:-|$)/u;
const scrapeJobs =
  /^(?:kubernetes-(?:pods|services|service-endpoints|nodes|apiservers|ingresses)|istio-mesh|envoy-stats|integrations\/.*)$/u;

export function measuresOthers(name: string): boolean {
  return measuring.test(name) || scrapeJobs.test(name);
}
