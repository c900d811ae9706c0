import type { Node } from '../kinds/cluster.ts';
import { nodeFault } from '../cluster/node-fault.ts';

export const EXCLUDE_LABEL = 'node.kubernetes.io/exclude-from-external-load-balancers';
const TO_BE_DELETED_TAINT = 'ToBeDeletedByClusterAutoscaler';

/**
 * Why load balancers leave a node out, as a label or taint; undefined when they do not. The label counts whatever its
 * value. Source: kubernetes.io/docs/reference/labels-annotations-taints/#node-kubernetes-io-exclude-from-external-load-balancers
 */
export function exclusionOf(node: Node): string | undefined {
  if (EXCLUDE_LABEL in node.metadata.labels) return EXCLUDE_LABEL;
  return node.spec.taints.some((taint) => taint.key === TO_BE_DELETED_TAINT) ? TO_BE_DELETED_TAINT : undefined;
}

/** Ready, and ordinary pods may be put there. */
export function isUsable(node: Node): boolean {
  return (
    nodeFault(node) === undefined &&
    !node.spec.unschedulable &&
    !node.spec.taints.some(({ effect }) => effect === 'NoSchedule' || effect === 'NoExecute')
  );
}

export function zoneOfNode(node: Node): string | undefined {
  return node.metadata.labels['topology.kubernetes.io/zone'] ?? node.metadata.labels['failure-domain.beta.kubernetes.io/zone'];
}
