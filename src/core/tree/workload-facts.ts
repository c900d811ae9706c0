import type { Labels } from '../model/kinds/meta.ts';
import type { Pod, PodSpec } from '../model/kinds/pod.ts';
import type { Protocol, Service } from '../model/kinds/service.ts';
import type { Workload } from '../model/kinds/workload.ts';
import { selectorMatches } from '../model/selectors/selector.ts';

export interface WorkloadPort {
  /** '' when the container port has no name. */
  readonly name: string;
  readonly port: number;
  readonly protocol: Protocol;
}

export interface WorkloadFacts {
  readonly kind: Workload['kind'] | 'Pod';
  readonly name: string;
  readonly namespace: string;
  /** Labels of its pods. */
  readonly labels: Labels;
  /** The labels it selects its own pods by: the best selector for a Service, as they never change. */
  readonly selector: Labels;
  readonly ports: readonly WorkloadPort[];
  /** 1 for a bare pod. */
  readonly replicas: number;
  /** StatefulSet only. */
  readonly serviceName: string | undefined;
  /** Services of its namespace that already select it. */
  readonly services: readonly Service[];
}

export function factsOfWorkload(workload: Workload, services: readonly Service[]): WorkloadFacts {
  const { template, selector, desired, serviceName } = workload.spec;
  return {
    kind: workload.kind,
    name: workload.metadata.name,
    namespace: workload.metadata.namespace,
    labels: template.labels,
    selector: Object.keys(selector).length > 0 ? selector : template.labels,
    ports: portsOf(template.spec),
    replicas: desired,
    serviceName,
    services: selecting(services, workload.metadata.namespace, template.labels),
  };
}

export function factsOfPod(pod: Pod, services: readonly Service[]): WorkloadFacts {
  const { name, namespace, labels } = pod.metadata;
  const ports = portsOf(pod.spec);
  const own = selecting(services, namespace, labels);
  return { kind: 'Pod', name, namespace, labels, selector: labels, ports, replicas: 1, serviceName: undefined, services: own };
}

/** By its own name; else what stands behind a Service of that name, as people name either. */
export function workloadsNamed(
  name: string,
  workloads: readonly WorkloadFacts[],
  services: readonly Service[],
): readonly WorkloadFacts[] {
  const exact = workloads.filter((one) => one.name === name);
  if (exact.length > 0) return exact;
  const named = new Set(services.filter((one) => one.metadata.name === name));
  return workloads.filter((one) => one.services.some((service) => named.has(service)));
}

/** Native sidecars may declare the port, too. */
function portsOf(spec: PodSpec): readonly WorkloadPort[] {
  const containers = [...spec.containers, ...spec.initContainers.filter((container) => container.sidecar)];
  return containers.flatMap((container) =>
    container.ports.map(({ name, containerPort, protocol }) => ({ name, port: containerPort, protocol })),
  );
}

function selecting(services: readonly Service[], namespace: string, labels: Labels): readonly Service[] {
  return services.filter(
    ({ metadata, spec }) =>
      metadata.namespace === namespace && spec.type !== 'ExternalName' && selectorMatches(spec.selector, labels),
  );
}
