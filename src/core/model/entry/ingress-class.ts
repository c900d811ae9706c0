import type { Ingress, IngressClass } from '../kinds/ingress.ts';

export const NGINX = 'k8s.io/ingress-nginx';
export const AWS_ALB = 'ingress.k8s.aws/alb';
export const AWS_AUTO = 'eks.amazonaws.com/alb';
export const GKE = 'k8s.io/ingress-gce';
export const TRAEFIK = 'traefik.io/ingress-controller';

/** Classes as people write them in the older annotation, with the controller that takes them. */
const wellKnown: Readonly<Record<string, string>> = {
  nginx: NGINX,
  alb: AWS_ALB,
  gce: GKE,
  'gce-internal': GKE,
  traefik: TRAEFIK,
};

/** The class of an Ingress: the one that it names, or the default. undefined when there is none of that name. */
export function classOf(ingress: Ingress, classes: readonly IngressClass[]): IngressClass | undefined {
  const { className } = ingress.spec;
  if (className !== undefined) return classes.find((one) => one.metadata.name === className);
  const defaults = classes.filter((one) => one.isDefault);
  return defaults.length === 1 ? defaults[0] : undefined;
}

/** spec.controller of its class; by the usual name where the class cannot be looked up; undefined when nothing tells. */
export function controllerOf(ingress: Ingress, classes: readonly IngressClass[]): string | undefined {
  const { className } = ingress.spec;
  return classOf(ingress, classes)?.spec.controller ?? (className === undefined ? undefined : wellKnown[className]);
}

/** Equal for Ingresses of the same class; '' for those that no class takes. */
export function classKey(ingress: Ingress, classes: readonly IngressClass[]): string {
  return ingress.spec.className ?? classOf(ingress, classes)?.metadata.name ?? '';
}

/** Its controller makes a load balancer of its own for each Ingress, so that two Ingresses never meet. */
export function standsAlone(ingress: Ingress, controller: string | undefined): boolean {
  if (controller === AWS_ALB || controller === AWS_AUTO) {
    return ingress.metadata.annotations['alb.ingress.kubernetes.io/group.name'] === undefined;
  }
  return controller === GKE;
}

/** The load balancer of a cloud, which has certificates that no Secret holds. */
export function takesCertificatesElsewhere(controller: string | undefined): boolean {
  return controller === AWS_ALB || controller === AWS_AUTO || controller === GKE;
}
