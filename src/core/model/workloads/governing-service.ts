import { apply } from '../policy-commands.ts';
import type { Pod, PodSpec } from '../kinds/pod.ts';
import type { Workload } from '../kinds/workload.ts';
import { declaredPorts } from '../pods/ports.ts';

/** The headless Service that a StatefulSet needs, as a command: its name, selector and ports are given by the StatefulSet. */
export function createGoverning(statefulSet: Workload, name: string): string {
  const ports = declaredPorts(statefulSet.spec.template.spec);
  return apply({
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name, namespace: statefulSet.metadata.namespace },
    spec: {
      clusterIP: 'None',
      selector: statefulSet.spec.selector,
      ...(ports.length > 0 && {
        ports: ports.map((port, at) => ({
          ...(ports.length > 1 && { name: port.name === '' ? `port-${at + 1}` : port.name }),
          protocol: port.protocol,
          port: port.containerPort,
        })),
      }),
    },
  });
}

/** True when something in the template names a pod through the Service (`db-0.db`), or the Service itself. */
export function namesPeers(spec: PodSpec, service: string): boolean {
  const words = [...spec.initContainers, ...spec.containers].flatMap((container) => [
    ...container.command,
    ...container.args,
    ...container.env.map((one) => one.value),
  ]);
  const name = new RegExp(
    `(?:^|[^a-z0-9-])(?:[a-z0-9$(){}_-]+\\.)?${service.replaceAll(/[^a-z0-9-]/gu, '')}(?:$|[^a-z0-9-])`,
    'iu',
  );
  return words.some((word) => word.length < 5000 && name.test(word));
}

export function isMember(pod: Pod, statefulSet: Workload): boolean {
  return pod.metadata.owners.some((owner) => owner.kind === 'StatefulSet' && owner.name === statefulSet.metadata.name);
}
