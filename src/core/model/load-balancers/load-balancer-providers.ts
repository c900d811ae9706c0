import type { EventIndex } from '../event-index.ts';
import type { Node } from '../kinds/cluster.ts';
import type { IPAddressPool } from '../kinds/load-balancing.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';
import { servingContainers } from '../pods/pod-state.ts';

/** What gives LoadBalancer Services their address. The three clouds are their own controller managers. */
export type Provider = 'aws' | 'gce' | 'azure' | 'aws-lbc' | 'metallb' | 'kube-vip' | 'cilium' | 'k3s' | 'tailscale' | 'other';

const images: readonly (readonly [RegExp, Provider])[] = [
  [/aws-load-balancer-controller/u, 'aws-lbc'],
  [/metallb/u, 'metallb'],
  [/kube-vip/u, 'kube-vip'],
  [/klipper-lb/u, 'k3s'],
  [/cilium\/operator|cilium-operator/u, 'cilium'],
  [/tailscale\/k8s-operator/u, 'tailscale'],
  [/purelb|openelb|porter-lb|loxilb|inlets-operator|cloud-provider-kind/u, 'other'],
];

const known = new WeakMap<readonly Pod[], ReadonlyMap<Provider, Pod>>();

/** The controllers that run, each with one of its pods; found once for a list. */
export function providersIn(pods: readonly Pod[]): ReadonlyMap<Provider, Pod> {
  let found = known.get(pods);
  if (found === undefined) {
    const seen = new Map<Provider, Pod>();
    for (const pod of pods) {
      for (const { image } of servingContainers(pod.spec)) {
        const provider = images.find(([pattern]) => pattern.test(image.toLowerCase()))?.[1];
        if (provider !== undefined && !seen.has(provider)) seen.set(provider, pod);
      }
    }
    found = seen;
    known.set(pods, found);
  }
  return found;
}

/** What a Service and its surroundings tell about who serves it; undefined where it could not be read. */
export interface ProviderSigns {
  readonly events: EventIndex | undefined;
  readonly addressPools: readonly IPAddressPool[] | undefined;
  readonly clusterPods: readonly Pod[] | undefined;
}

const marks: readonly (readonly [RegExp, Provider])[] = [
  [/^metallb[./-]/u, 'metallb'],
  [/^kube-vip\b/u, 'kube-vip'],
  [/^(?:lbipam\.cilium\.io|io\.cilium|cilium\.io)\//u, 'cilium'],
];

/**
 * True when one of these gives the Service its address, by its pods, pools, annotations, conditions or events: they take
 * traffic on the nodes that they choose, and need no node port.
 */
export function isServedByOwn(service: Service, providers: readonly Provider[], signs: ProviderSigns): boolean {
  const seen = new Set<Provider>(signs.clusterPods === undefined ? [] : providersIn(signs.clusterPods).keys());
  if ((signs.addressPools?.length ?? 0) > 0) seen.add('metallb');
  const words = [
    ...Object.keys(service.metadata.annotations),
    ...service.status.conditions.map((one) => one.type),
    ...(signs.events?.of(service) ?? []).map((event) => event.source),
  ];
  for (const [pattern, provider] of marks) if (words.some((word) => pattern.test(word))) seen.add(provider);
  return providers.some((one) => seen.has(one));
}

/** The cloud by `spec.providerID`; undefined for other machines and where nodes disagree. */
export function cloudOf(nodes: Iterable<Node>): 'aws' | 'gce' | 'azure' | undefined {
  const clouds = new Set<string>();
  for (const { spec } of nodes) if (spec.providerID !== '') clouds.add(spec.providerID.split(':')[0] ?? '');
  const [only = ''] = clouds;
  return clouds.size === 1 && (only === 'aws' || only === 'gce' || only === 'azure') ? only : undefined;
}

const AWS_TYPE = 'service.beta.kubernetes.io/aws-load-balancer-type';

/** True when the AWS Load Balancer Controller makes it, not the cloud's own controller. */
export function isOfAwsController({ metadata, spec }: Service): boolean {
  if (spec.loadBalancerClass !== undefined) {
    return spec.loadBalancerClass === 'service.k8s.aws/nlb' || spec.loadBalancerClass === 'eks.amazonaws.com/nlb';
  }
  return /^(?:external|nlb-ip)$/u.test(metadata.annotations[AWS_TYPE] ?? '');
}

/** True when the load balancer sends to pods, not to node ports. */
export function hasPodTargets({ metadata }: Service): boolean {
  return (
    metadata.annotations['service.beta.kubernetes.io/aws-load-balancer-nlb-target-type'] === 'ip' ||
    metadata.annotations[AWS_TYPE] === 'nlb-ip' ||
    'cloud.google.com/neg' in metadata.annotations
  );
}
