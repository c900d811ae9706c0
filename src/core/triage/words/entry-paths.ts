import { controllerOf } from '../../model/entry/ingress-class.ts';
import { portOf, targetsOf } from '../../model/entry/ingress-targets.ts';
import type { GatewayClass } from '../../model/kinds/gateway.ts';
import type { Ingress, IngressClass } from '../../model/kinds/ingress.ts';
import { refOf, type ObjectRef } from '../../model/kinds/meta.ts';
import type { Pod } from '../../model/kinds/pod.ts';
import type { Service, ServicePort } from '../../model/kinds/service.ts';
import { isLive } from '../../model/pods/pod-state.ts';
import { gatewayPods, proxyPods } from '../../model/cluster/proxy-pods.ts';
import type { GatewayInUse } from '../facts/entry-facts.ts';

/** A way into the Service from outside that goes through pods of the cluster. */
export interface EntryPath {
  /** The Ingress or route. */
  readonly via: ObjectRef;
  /** spec.controller of the class, or the Gateway. */
  readonly controller: string;
  /** Live pods that forward; never empty. */
  readonly pods: readonly Pod[];
  /** The Service's ports that it uses. */
  readonly ports: readonly ServicePort[];
}

export interface Entries {
  readonly ingresses: readonly Ingress[];
  readonly ingressClasses: readonly IngressClass[];
  readonly gateways: readonly GatewayInUse[];
  readonly gatewayClasses: readonly GatewayClass[];
}

/** Paths whose forwarding pods are known. Load balancers outside of the cluster are none. */
export function entryPaths(service: Service, entries: Entries, pods: readonly Pod[]): readonly EntryPath[] {
  const byIngress = entries.ingresses.flatMap((ingress): readonly EntryPath[] => {
    const controller = controllerOf(ingress, entries.ingressClasses);
    if (controller === undefined) return [];
    const ports = targetsOf(ingress, service.metadata.name).flatMap((target) => portOf(service, target.port) ?? []);
    return [{ via: refOf(ingress), controller, pods: proxyPods(controller, pods).filter(isLive), ports }];
  });
  const byGateway = entries.gateways.flatMap(({ gateway, routes }): readonly EntryPath[] => {
    const forwarding = gatewayPods(gateway, entries.gatewayClasses, pods).filter(isLive);
    const { namespace, name } = gateway.metadata;
    return routes.flatMap((route) => {
      const refs = route.spec.rules
        .flatMap((rule) => rule.backendRefs)
        .filter((ref) => ref.name === service.metadata.name && ref.namespace === service.metadata.namespace);
      const ports = refs.flatMap((ref) => portOf(service, ref.port) ?? []);
      return ports.length === 0
        ? []
        : [{ via: refOf(route), controller: `Gateway ${namespace}/${name}`, pods: forwarding, ports }];
    });
  });
  return [...byIngress, ...byGateway].filter((path) => path.pods.length > 0 && path.ports.length > 0);
}
