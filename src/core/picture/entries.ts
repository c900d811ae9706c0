import { audienceOfLoadBalancer } from '../explain/load-balancer-audience.ts';
import type { Gateway } from '../model/kinds/gateway.ts';
import type { ObjectRef } from '../model/kinds/meta.ts';
import { isGatewayRef, type Route } from '../model/kinds/route.ts';
import type { Service } from '../model/kinds/service.ts';
import { refOf } from '../model/kinds/meta.ts';
import { isIpAddress, isPrivateAddress } from '../model/load-balancers/private-address.ts';
import { lookupOf } from '../model/lookup.ts';
import { targetsOf } from '../model/entry/ingress-targets.ts';
import { serviceTargetsOf } from '../model/entry/route-targets.ts';
import { ingressesTo, routesTo } from '../model/entry/what-leads-here.ts';
import type { Snapshot } from '../model/snapshot.ts';

export type EntryKind = 'load-balancer' | 'node-port' | 'external-ip' | 'ingress' | 'route';

/** One way from outside the cluster to the Service. */
export interface Entry {
  readonly kind: EntryKind;
  readonly title: string;
  readonly lines: readonly string[];
  /** Who comes this way. */
  readonly client: string;
  /** What a finding about it names: an Ingress, a route and its Gateways. Empty for the Service's own ways. */
  readonly objects: readonly ObjectRef[];
}

/** Every way from outside that can be seen. What could not be read is missing here; the answer's words say so. */
export function entriesOf(snapshot: Snapshot, service: Service): readonly Entry[] {
  const { namespace, name } = service.metadata;
  const place = { snapshot, namespace, name };
  const ingresses = ingressesTo(place);
  const routes = routesTo(place);
  return [
    ...ownEntries(service),
    ...(ingresses.read ? ingresses.value : []).map((ingress): Entry => {
      const { addresses } = ingress.status;
      return {
        kind: 'ingress',
        title: `Ingress ${ingress.metadata.name}`,
        lines: [...few(targetsOf(ingress, name).flatMap((target) => target.routes)), addressLine(addresses)],
        client: clientAt(addresses),
        objects: [refOf(ingress)],
      };
    }),
    ...(routes.read ? routes.value : []).flatMap((route) => routeEntry(snapshot, route, service)),
  ];
}

function ownEntries(service: Service): readonly Entry[] {
  const { type, ports, externalIPs } = service.spec;
  const own: Entry[] = [];
  const nodePorts = ports.flatMap(({ nodePort }) => (nodePort === undefined ? [] : [nodePort]));
  if (type === 'LoadBalancer') {
    const at = service.status.loadBalancer.flatMap(({ ip, hostname }) => ip ?? hostname ?? []);
    const opened = `port ${ports.map(({ port }) => port).join(', ')}`;
    own.push({
      kind: 'load-balancer',
      title: 'Load balancer',
      lines: [addressLine(at), nodePorts.length === 0 ? opened : `${opened} → node port ${nodePorts.join(', ')}`],
      client: { internet: 'Internet', internal: 'Internal network', unknown: outside }[audienceOfLoadBalancer(service)],
      objects: [],
    });
  }
  if (type === 'NodePort') {
    own.push({
      kind: 'node-port',
      title: 'Node port',
      lines: [`port ${nodePorts.join(', ')} of every node`],
      client: 'Whoever reaches the nodes',
      objects: [],
    });
  }
  if (externalIPs.length > 0) {
    own.push({
      kind: 'external-ip',
      title: 'External IPs',
      lines: [...few(externalIPs), 'not assigned by Kubernetes'],
      client: clientAt(externalIPs),
      objects: [],
    });
  }
  return own;
}

function routeEntry(snapshot: Snapshot, route: Route, service: Service): readonly Entry[] {
  const requests = [...new Set(serviceTargetsOf(route, service.metadata).flatMap((target) => target.routes))];
  if (requests.length === 0) return [];
  const parents = route.spec.parentRefs.filter(isGatewayRef);
  const find = lookupOf(snapshot, 'gateways');
  const seen = parents.flatMap((ref): readonly Gateway[] => {
    const gateway = find(ref.namespace, ref.name);
    return typeof gateway === 'string' ? [] : [gateway];
  });
  const addresses = [...new Set(seen.flatMap((gateway) => gateway.status.addresses))];
  const names = [...new Set(parents.map((ref) => `Gateway ${ref.name}`))];
  return [
    {
      kind: 'route',
      title: `${route.kind} ${route.metadata.name}`,
      lines: [
        ...few(requests),
        names.length === 0 ? 'on no Gateway' : `on ${few(names).join(', ')}`,
        // A Gateway that could not be looked at may well have an address.
        ...(seen.length === 0 ? [] : [addressLine(addresses)]),
      ],
      client: clientAt(addresses),
      objects: [
        refOf(route),
        ...parents.map((ref): ObjectRef => ({ kind: 'Gateway', namespace: ref.namespace, name: ref.name })),
      ],
    },
  ];
}

const outside = 'Outside the cluster';

function clientAt(addresses: readonly string[]): string {
  const ips = addresses.filter(isIpAddress);
  if (ips.length === 0) return outside;
  return ips.every(isPrivateAddress) ? 'Internal network' : 'Internet';
}

function addressLine(addresses: readonly string[]): string {
  return addresses.length === 0 ? 'no address yet' : `at ${few(addresses).join(', ')}`;
}

function few(words: readonly string[]): readonly string[] {
  return words.length <= 3 ? words : [...words.slice(0, 2), `and ${words.length - 2} more`];
}
