import { exclusionOf, isUsable } from '../load-balancers/balancer-nodes.ts';
import { countEndpoints } from './endpoint-state.ts';
import type { EndpointSlice } from '../kinds/endpoint-slice.ts';
import type { Node } from '../kinds/cluster.ts';
import type { Pod } from '../kinds/pod.ts';
import { isEnded } from '../pods/pod-state.ts';

export interface LocalGaps {
  /** Nodes with a ready endpoint. */
  readonly served: readonly string[];
  /** Ready, schedulable nodes without one. */
  readonly gaps: readonly string[];
}

const usable = new WeakMap<ReadonlyMap<string, Node>, readonly Node[]>();

/**
 * Where a policy of Local drops traffic. A node on which a selected pod starts, fails or ends is no gap of the placement:
 * the checks of pods speak about it. undefined without any ready endpoint: then that is the fault.
 */
export function localGaps(
  slices: readonly EndpointSlice[],
  selectedPods: readonly Pod[] | undefined,
  nodes: ReadonlyMap<string, Node>,
  takesBalancerTraffic: boolean,
): LocalGaps | undefined {
  const { ready } = countEndpoints(slices);
  const served = new Set(ready.flatMap((endpoint) => endpoint.nodeName ?? []));
  // Endpoints outside the cluster's nodes (hand-made slices) tell nothing about nodes.
  if (ready.length === 0 || served.size === 0) return undefined;
  const taken = new Set((selectedPods ?? []).filter((pod) => !isEnded(pod)).flatMap((pod) => pod.spec.nodeName ?? []));
  const gaps = usableNodes(nodes).filter(
    (node) =>
      !served.has(node.metadata.name) &&
      !taken.has(node.metadata.name) &&
      !(takesBalancerTraffic && exclusionOf(node) !== undefined),
  );
  return { served: [...served], gaps: gaps.map((node) => node.metadata.name) };
}

function usableNodes(nodes: ReadonlyMap<string, Node>): readonly Node[] {
  let found = usable.get(nodes);
  if (found === undefined) {
    found = [...nodes.values()].filter(isUsable);
    usable.set(nodes, found);
  }
  return found;
}
