import type { ManifestPlan } from './plan.ts';

/** Ports below 1024 need more rights on the local machine, so they are moved up. */
export function portForwardCommand(plan: ManifestPlan): string {
  const [port] = plan.ports;
  const remote = typeof port?.targetPort === 'number' && plan.workload !== undefined ? port.targetPort : (port?.port ?? 80);
  const local = remote < 1024 ? remote + 8000 : remote;
  const target =
    plan.workload === undefined ? `service/${plan.name}` : `${plan.workload.kind.toLowerCase()}/${plan.workload.name}`;
  const namespace = plan.namespace === undefined ? '' : ` -n ${plan.namespace}`;
  return `kubectl port-forward${namespace} ${target} ${local}:${remote}`;
}
