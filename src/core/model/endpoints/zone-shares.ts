import { isUsable, zoneOfNode } from '../load-balancers/balancer-nodes.ts';
import type { Node } from '../kinds/cluster.ts';
import type { Endpoint } from '../kinds/endpoint-slice.ts';

export interface ZoneShare {
  readonly zone: string;
  readonly nodes: number;
  /** Ready endpoints that clients of this zone use: by their hints, or else by where they are. */
  readonly endpoints: number;
}

const counted = new WeakMap<ReadonlyMap<string, Node>, ReadonlyMap<string, number>>();

/** How many usable nodes each zone has; counted once for a list. Nodes without a zone are left out. */
export function nodesPerZone(nodes: ReadonlyMap<string, Node>): ReadonlyMap<string, number> {
  let zones = counted.get(nodes);
  if (zones === undefined) {
    const groups = Map.groupBy([...nodes.values()].filter(isUsable), zoneOfNode);
    zones = new Map([...groups].flatMap(([zone, list]) => (zone === undefined ? [] : [[zone, list.length] as const])));
    counted.set(nodes, zones);
  }
  return zones;
}

export function zoneShares(ready: readonly Endpoint[], nodes: ReadonlyMap<string, number>): readonly ZoneShare[] {
  const endpoints = new Map<string, number>();
  for (const { hintedZones, zone } of ready) {
    const zones = hintedZones.length > 0 ? hintedZones : zone === undefined ? [] : [zone];
    for (const one of zones) endpoints.set(one, (endpoints.get(one) ?? 0) + 1);
  }
  return [...nodes].map(([zone, count]) => ({ zone, nodes: count, endpoints: endpoints.get(zone) ?? 0 }));
}

/**
 * The zone whose share of the endpoints is the smallest beside its share of the nodes, when it is below half of it. A zone
 * without any is served by the other zones, all alike.
 */
export function thinZone(shares: readonly ZoneShare[]): ZoneShare | undefined {
  if (shares.length < 2) return undefined;
  const nodes = shares.reduce((sum, one) => sum + one.nodes, 0);
  const endpoints = shares.reduce((sum, one) => sum + one.endpoints, 0);
  const ratio = (one: ZoneShare) => one.endpoints / endpoints / (one.nodes / nodes);
  return shares.filter((one) => one.endpoints > 0 && ratio(one) < 0.5).sort((a, b) => ratio(a) - ratio(b))[0];
}
