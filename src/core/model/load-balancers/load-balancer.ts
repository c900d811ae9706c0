import type { EventIndex } from '../event-index.ts';
import type { Node } from '../kinds/cluster.ts';
import type { Pod } from '../kinds/pod.ts';
import type { Service } from '../kinds/service.ts';
import { perList } from '../per-list.ts';
import { ageSeconds } from '../pods/pod-state.ts';

const MINUTE = 60;
const failed = /fail|error|denied|exceeded/iu;
/** Programs that give LoadBalancer Services their address, by the names of their images. */
const controllers =
  /(metallb|kube-vip|klipper-lb|cloud-controller-manager|cloud-provider|aws-load-balancer-controller|load-?balancer-controller|purelb|openelb|porter-lb|cilium\/operator|loxilb|inlets-operator|tailscale\/k8s-operator)/u;

/** No address although the Service has had the time that a controller needs, or a controller says that it failed. */
export function isPendingLoadBalancer(service: Service, events: EventIndex | undefined, now: number): boolean {
  if (service.spec.type !== 'LoadBalancer' || service.status.loadBalancer.length > 0) return false;
  const age = ageSeconds(service.metadata.createdAt, now) ?? Number.POSITIVE_INFINITY;
  const said = events?.of(service) ?? [];
  if (said.some((event) => event.type === 'Warning' || failed.test(event.reason))) return true;
  return age >= (said.some((event) => event.reason === 'EnsuringLoadBalancer') ? 3 * MINUTE : MINUTE);
}

/** True for nodes of a cloud, whose controller makes load balancers. kind and bare metal have none. */
export function isCloudNode({ spec }: Node): boolean {
  return spec.providerID !== '' && !spec.providerID.startsWith('kind://');
}

/** True when a program that gives addresses runs somewhere. */
export const hasLoadBalancerController = perList((pods: readonly Pod[]) =>
  pods.some((pod) => pod.spec.containers.some((container) => controllers.test(container.image.toLowerCase()))),
);

/** The LoadBalancer Services of the cluster. */
export const loadBalancersOf = perList((services: readonly Service[]) =>
  services.filter((service) => service.spec.type === 'LoadBalancer'),
);
