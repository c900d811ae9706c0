import type { Cloud } from '../ask/asked-facts.ts';
import type { Node } from '../model/kinds/cluster.ts';

const schemes: Readonly<Record<string, Cloud>> = { aws: 'aws', gce: 'gcp', azure: 'azure', kind: 'kind', k3s: 'k3s' };

/**
 * Where the cluster runs, by `spec.providerID` of its nodes; minikube sets none but labels its nodes. Nodes without any
 * provider are own machines. Another provider (openstack, hcloud, …) is undefined: it may well make load balancers.
 * Source: kubernetes.io/docs/reference/kubernetes-api/cluster-resources/node-v1/
 */
export function cloudOfNodes(nodes: readonly Node[]): Cloud | undefined {
  if (nodes.some((node) => 'minikube.k8s.io/name' in node.metadata.labels)) return 'minikube';
  const providers = nodes.map((node) => node.spec.providerID.split(':')[0] ?? '').filter((scheme) => scheme !== '');
  if (providers.length === 0) return 'none';
  return providers.map((scheme) => schemes[scheme]).find((cloud) => cloud !== undefined);
}
