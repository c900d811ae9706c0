import type { Ingress } from '../model/kinds/ingress.ts';
import { serviceTypeName, type Service } from '../model/kinds/service.ts';
import type { Snapshot } from '../model/snapshot.ts';
import { parseRange, type AddressRange } from '../network-policy/cidr.ts';
import { contains } from '../network-policy/range-math.ts';
import { hop, type Hop } from './hop.ts';
import { hasInternetAddress } from './outside.ts';

export interface OutsideHop {
  readonly hop: Hop;
  /** The Service has no outside address of its own; these Ingresses lead to it, so their controller is the caller. */
  readonly through: readonly Ingress[];
  /** Sentences that belong in the small print. */
  readonly notes: readonly string[];
}

/**
 * Whether callers at these addresses have an address of the Service to call. Private addresses may belong to machines
 * that are routed to cluster IPs; internet addresses never are.
 * Source: kubernetes.io/docs/concepts/services-networking/service/#publishing-services-service-types
 */
export function outsideHop(service: Service, ranges: readonly AddressRange[], snapshot: Snapshot): OutsideHop {
  const { spec, metadata } = service;
  const kind = serviceTypeName(service);
  const sources = spec.loadBalancerSourceRanges.map((cidr) => parseRange(cidr)).filter((one) => one !== undefined);
  if (
    kind === 'LoadBalancer' &&
    sources.length > 0 &&
    !ranges.every((range) => sources.some((source) => contains(source, range)))
  ) {
    const say = `spec.loadBalancerSourceRanges admits only ${spec.loadBalancerSourceRanges.join(', ')}`;
    return { hop: hop('Outside address', 'stops here', say), through: [], notes: [] };
  }
  if (kind === 'LoadBalancer' || kind === 'NodePort' || spec.externalIPs.length > 0) {
    const say =
      spec.externalIPs.length > 0 && kind === 'ClusterIP'
        ? 'it has spec.externalIPs'
        : `${kind} Services are reachable from outside`;
    return { hop: hop('Outside address', 'passes', say), through: [], notes: rewritten(service) };
  }
  if (!ranges.some(hasInternetAddress)) {
    const say = `${kind} Services have cluster addresses only: whether they are routed to this caller is not known here`;
    return { hop: hop('Outside address', 'not checked', say), through: [], notes: [] };
  }
  const ingresses = snapshot.in('ingresses', metadata.namespace);
  const through = ingresses.read ? ingresses.value.filter((one) => leadsTo(one, metadata.name)) : [];
  if (through.length > 0) {
    const say = `through Ingress ${through.map((one) => one.metadata.name).join(', ')}: the pods see its controller as the caller`;
    return { hop: hop('Outside address', 'passes', say), through, notes: [] };
  }
  if (!ingresses.read) {
    const say = `${kind} has no address outside the cluster, and whether an Ingress leads to it was not read`;
    return { hop: hop('Outside address', 'cannot tell', say), through: [], notes: [] };
  }
  return {
    hop: hop('Outside address', 'stops here', `type ${kind} has no address outside the cluster, and no Ingress leads to it`),
    through: [],
    notes: ['Routes of the Gateway API (HTTPRoute) were not looked at; they can lead to this Service too.'],
  };
}

function leadsTo(ingress: Ingress, service: string): boolean {
  return [ingress.spec.defaultBackend, ...ingress.spec.paths.map((path) => path.backend)].some(
    (backend) => backend?.service === service,
  );
}

/** Source: kubernetes.io/docs/tutorials/services/source-ip/ */
function rewritten({ spec }: Service): readonly string[] {
  if (spec.externalTrafficPolicy === 'Local') return [];
  return [
    'With externalTrafficPolicy Cluster the pods may see the address of a node in place of the caller’s; an ipBlock then has to hold the nodes.',
  ];
}
