import type { Known } from './known.ts';
import { told, type Assumed, type Found, type Option } from './question.ts';

const words: Readonly<Record<string, string>> = {
  aws: 'AWS makes load balancers',
  gcp: 'Google Cloud makes load balancers',
  azure: 'Azure makes load balancers',
  metallb: 'MetalLB gives addresses to load balancers',
  k3s: 'k3s brings ServiceLB, which opens the port on the nodes',
  none: 'no load balancer is at hand',
  minikube: 'minikube, on one machine',
  kind: 'kind, on one machine',
};

/** The answer to every question about load balancers: the words first, then the cluster. */
export function readCloud(known: Known): Found | undefined {
  const { facts, hints, cluster } = known;
  // For tests a node port will do where somebody wants to pay nothing, also in a cloud.
  if (hints.noLoadBalancer === true && (facts.cloud === undefined || facts.environment === 'testing'))
    return { value: 'none', say: words['none'] ?? '', from: 'text' };
  if (facts.cloud !== undefined) return told(known, 'cloud', facts.cloud, words[facts.cloud] ?? facts.cloud);
  if (facts.environment === 'local') return told(known, 'environment', 'minikube', 'a local cluster, on one machine');
  if (cluster?.cloud !== undefined)
    return { value: cluster.cloud, say: words[cluster.cloud] ?? cluster.cloud, from: 'cluster' };
  if (cluster?.loadBalancersWork === true) {
    return { value: 'metallb', say: 'Services of type LoadBalancer get addresses here', from: 'cluster' };
  }
  return undefined;
}

/** Nobody said where it runs: a managed cluster, unless it is for tests. */
export function assumeCloud({ facts }: Known): Assumed {
  return facts.environment === 'testing'
    ? { value: 'none', say: 'a test needs no load balancer' }
    : { value: 'aws', say: 'the cluster can make load balancers' };
}

/** One option a provider; `where` says which node each of the three situations leads to. */
export function cloudOptions(where: { cloud: string; metallb: string; none: string; local: string }): readonly Option[] {
  return [
    { label: 'AWS (EKS)', value: 'aws', next: where.cloud },
    { label: 'Google Cloud (GKE)', value: 'gcp', next: where.cloud },
    { label: 'Azure (AKS)', value: 'azure', next: where.cloud },
    { label: 'MetalLB', value: 'metallb', next: where.metallb },
    { label: 'k3s', value: 'k3s', next: where.metallb },
    { label: 'Own machines, no load balancer', value: 'none', next: where.none },
    { label: 'minikube', value: 'minikube', next: where.local },
    { label: 'kind', value: 'kind', next: where.local },
  ];
}
