import { conditionOf, type Condition } from '../kinds/condition.ts';
import type { Node } from '../kinds/cluster.ts';
import { perList } from '../per-list.ts';

export const nodesByName = perList((nodes: readonly Node[]) => new Map(nodes.map((node) => [node.metadata.name, node])));

/**
 * The condition that makes a node unfit for traffic: Ready not True, or no network. undefined when it is fine.
 * Source: kubernetes.io/docs/reference/node/node-status/#condition
 */
export function nodeFault(node: Node): Condition | undefined {
  const ready = conditionOf(node.status.conditions, 'Ready');
  if (ready !== undefined && ready.status !== 'True') return ready;
  const network = conditionOf(node.status.conditions, 'NetworkUnavailable');
  return network?.status === 'True' ? network : undefined;
}
