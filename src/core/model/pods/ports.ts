import type { ContainerPort, PodSpec } from '../kinds/pod.ts';
import type { ServicePort } from '../kinds/service.ts';
import { perObject } from '../per-object.ts';
import { servingContainers } from './pod-state.ts';

/** Every port that the pod's containers declare. Declaring is informational: the process decides on what it listens. */
export const declaredPorts = perObject((spec: PodSpec): readonly ContainerPort[] =>
  servingContainers(spec).flatMap((container) => container.ports),
);

/**
 * The number to which the Service's port leads in this pod, as the EndpointSlice controller resolves it: a number stays,
 * a name is looked up among the container ports of the same protocol. undefined when no container has the name.
 * Source: kubernetes.io/docs/concepts/services-networking/service/#field-spec-ports
 */
export function resolveTargetPort(port: ServicePort, spec: PodSpec): number | undefined {
  if (typeof port.targetPort === 'number') return port.targetPort;
  return declaredPorts(spec).find((declared) => declared.name === port.targetPort && declared.protocol === port.protocol)
    ?.containerPort;
}

/** `http 80 → web` as people read it; the name only when there is one. */
export function formatServicePort(port: ServicePort): string {
  const name = port.name === '' ? '' : `${port.name} `;
  return `${name}${port.port}/${port.protocol} → ${port.targetPort}`;
}

export function formatContainerPort(port: ContainerPort): string {
  const protocol = port.protocol === 'TCP' ? '' : `/${port.protocol}`;
  return port.name === '' ? `${port.containerPort}${protocol}` : `${port.name} (${port.containerPort}${protocol})`;
}
