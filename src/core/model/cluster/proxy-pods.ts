import { AWS_ALB, GKE, NGINX } from '../entry/ingress-class.ts';
import type { Gateway, GatewayClass } from '../kinds/gateway.ts';
import type { Pod } from '../kinds/pod.ts';

/** Images of the program that forwards requests, by the name under which its IngressClass or GatewayClass knows it. */
const proxies: readonly (readonly [controller: RegExp, image: RegExp])[] = [
  [new RegExp(`^${NGINX}$`, 'u'), /(?:ingress-nginx\/|nginx-ingress-)controller/u],
  [/^nginx\.org\//u, /nginx-(?:plus-)?ingress/u],
  [/^traefik\.io\//u, /(?:^|\/)(?:mirrored-library-)?traefik(?:$|[:@])/u],
  [/^haproxy\.org\//u, /haproxytech\/kubernetes-ingress/u],
  [/^haproxy-ingress\.github\.io\//u, /haproxy-ingress/u],
  [/^projectcontour\.io\//u, /(?:^|\/)envoy(?:$|[:@])/u],
  [/konghq\.com\//u, /(?:^|\/)kong(?:-gateway)?(?:$|[:@])/u],
];
const outside: ReadonlySet<string> = new Set([AWS_ALB, GKE, 'eks.amazonaws.com/alb']);

const GATEWAY_LABELS = ['gateway.networking.k8s.io/gateway-name', 'gateway.envoyproxy.io/owning-gateway-name'] as const;
const OWNING_NAMESPACE = 'gateway.envoyproxy.io/owning-gateway-namespace';

/** Live pods that forward for this controller. Empty when it is not known, or runs outside of the cluster. */
export function proxyPods(controller: string, pods: readonly Pod[]): readonly Pod[] {
  if (outside.has(controller)) return [];
  const image = proxies.find(([name]) => name.test(controller))?.[1];
  if (image === undefined) return [];
  return pods.filter((pod) => pod.spec.containers.some((container) => image.test(container.image.toLowerCase())));
}

/** The pods of a Gateway: its own, as the implementation labels them, or those that all Gateways of its class share. */
export function gatewayPods(
  { metadata, spec }: Gateway,
  classes: readonly GatewayClass[],
  pods: readonly Pod[],
): readonly Pod[] {
  const own = pods.filter(
    (pod) =>
      GATEWAY_LABELS.some((label) => pod.metadata.labels[label] === metadata.name) &&
      (pod.metadata.labels[OWNING_NAMESPACE] ?? pod.metadata.namespace) === metadata.namespace,
  );
  if (own.length > 0) return own;
  const controller = classes.find((one) => one.metadata.name === spec.className)?.spec.controllerName;
  return controller === undefined ? [] : proxyPods(controller, pods);
}
