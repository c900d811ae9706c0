import type { Node } from '../kinds/cluster.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';
import { cloudOf, providersIn, type Provider } from './load-balancer-providers.ts';
import { servingContainers } from '../pods/pod-state.ts';

/**
 * Classes of well-known controllers. A managed cloud serves its own without a pod to be seen.
 * Source: the documentation of each controller, under "loadBalancerClass".
 */
const classes: readonly {
  readonly name: RegExp;
  readonly by: Provider;
  readonly called: string;
  readonly managed?: 'aws' | 'gce';
}[] = [
  { name: /^service\.k8s\.aws\/nlb$/u, by: 'aws-lbc', called: 'the AWS Load Balancer Controller' },
  { name: /^eks\.amazonaws\.com\/nlb$/u, by: 'aws', called: 'EKS Auto Mode', managed: 'aws' },
  { name: /^networking\.gke\.io\/l4-regional-(?:external|internal)(?:-legacy)?$/u, by: 'gce', called: 'GKE', managed: 'gce' },
  { name: /^(?:metallb|metallb\.(?:io|universe\.tf)\/[\w-]+)$/u, by: 'metallb', called: 'MetalLB' },
  { name: /^io\.cilium\/(?:bgp-control-plane|l2-announcer|node)$/u, by: 'cilium', called: 'Cilium' },
  { name: /^kube-vip\.io\/kube-vip-class$/u, by: 'kube-vip', called: 'kube-vip' },
  { name: /^tailscale$/u, by: 'tailscale', called: 'the Tailscale operator' },
];

/** What is known to serve a class; undefined for a class of nobody known. */
export function serverOfClass(name: string): string | undefined {
  return classes.find((one) => one.name.test(name))?.called;
}

/** True when a controller of that class is seen: its pods, its cloud, or any pod that is told the class. */
export function isClassServed(name: string, nodes: Iterable<Node> | undefined, pods: readonly Pod[] | undefined): boolean {
  const known = classes.find((one) => one.name.test(name));
  if (known?.managed !== undefined && nodes !== undefined && isManagedBy(known.managed, [...nodes])) return true;
  if (pods === undefined) return false;
  // MetalLB serves a class only when it is told to (--lb-class), which its arguments show.
  if (known !== undefined && known.by !== 'metallb' && providersIn(pods).has(known.by)) return true;
  return pods.some((pod) => servingContainers(pod.spec).some((container) => mentions(container, name)));
}

/** EKS runs its own controller only for Auto Mode, which labels the nodes. */
function isManagedBy(cloud: 'aws' | 'gce', nodes: readonly Node[]): boolean {
  if (cloudOf(nodes) !== cloud) return false;
  return cloud === 'gce' || nodes.some((node) => node.metadata.labels['eks.amazonaws.com/compute-type'] === 'auto');
}

function mentions(container: Pod['spec']['containers'][number], name: string): boolean {
  const words = [...container.command, ...container.args, ...container.env.map((one) => one.value)];
  return words.some((word) => word === name || word.endsWith(`=${name}`));
}

const working = new WeakMap<readonly Service[], ReadonlySet<string>>();

/** Classes of which some Service has an address; found once for a list. */
export function workingClasses(services: readonly Service[]): ReadonlySet<string> {
  let found = working.get(services);
  if (found === undefined) {
    found = new Set(
      services.flatMap(({ spec, status }) =>
        spec.loadBalancerClass !== undefined && status.loadBalancer.length > 0 ? [spec.loadBalancerClass] : [],
      ),
    );
    working.set(services, found);
  }
  return found;
}
