import { heading, table } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { count } from '../answer/text.ts';
import type { Pod } from '../model/kinds/pod.ts';
import { isHeadless, selectsPods, type ServicePort } from '../model/kinds/service.ts';
import { servingContainers } from '../model/pods/pod-state.ts';
import { portWord } from './addresses.ts';
import type { Surroundings } from './surroundings.ts';

/** Port → targetPort → what the pods declare. Nothing for a Service without ports. */
export function portsTable(around: Surroundings): Part[] {
  const { ports, type } = around.service.spec;
  if (ports.length === 0 || type === 'ExternalName') return [];
  const withNodePort = ports.some((port) => port.nodePort !== undefined);
  const columns: readonly (readonly [name: string, cell: (port: ServicePort) => string])[] = [
    ['Port', (port) => portWord(port) + (port.appProtocol === undefined ? '' : ` (${port.appProtocol})`)],
    ['Name', (port) => port.name || '–'],
    ...(withNodePort ? [['Node port', (port: ServicePort) => String(port.nodePort ?? '–')] as const] : []),
    ...(selectsPods(around.service)
      ? ([
          ['Target port', (port: ServicePort) => String(port.targetPort)],
          ['In the pods', (port: ServicePort) => inThePods(port, around)],
        ] as const)
      : // Without a selector nobody resolves targetPort: the ports of the slices count.
        ([['In the EndpointSlices', (port: ServicePort) => inTheSlices(port, around)]] as const)),
  ];
  const rows = ports.map((port) => columns.map(([, cell]) => cell(port)));
  const caption = isHeadless(around.service) ? 'Headless: no port is translated, callers use the port of the pod.' : '';
  return [
    heading('Ports'),
    table(
      caption,
      columns.map(([name]) => name),
      rows,
    ),
  ];
}

function inTheSlices(port: ServicePort, { slices }: Surroundings): string {
  if (!slices.read) return 'not read';
  const numbers = slices.value.flatMap((slice) =>
    slice.ports.filter((one) => one.name === port.name).map((one) => one.port ?? 'every port'),
  );
  return numbers.length === 0 ? 'no endpoint has this port' : [...new Set(numbers)].join(', ');
}

function inThePods(port: ServicePort, { livePods }: Surroundings): string {
  if (!livePods.read) return 'pods not read';
  const pods = livePods.value;
  if (pods.length === 0) return 'no pod is selected';
  const found = pods.map((pod) => resolve(pod, port));
  const hits = found.flatMap((one) => (one === undefined ? [] : [one]));
  if (hits.length === 0) {
    return typeof port.targetPort === 'string'
      ? `no pod declares a ${port.protocol} port named ${port.targetPort}`
      : 'not declared, which is fine if they listen on it';
  }
  const places = [...new Set(hits)].join(' or ');
  return hits.length === pods.length
    ? `${places} in ${count(pods.length, 'pod')}`
    : `${places} in ${hits.length} of ${count(pods.length, 'pod')}`;
}

/** `8080 (container web)`, or undefined when the pod declares no such port. */
function resolve(pod: Pod, { protocol, targetPort }: ServicePort): string | undefined {
  for (const container of servingContainers(pod.spec)) {
    const found = container.ports.find(
      (one) => one.protocol === protocol && (one.containerPort === targetPort || (one.name !== '' && one.name === targetPort)),
    );
    if (found !== undefined) return `${found.containerPort} (container ${container.name})`;
  }
  return undefined;
}
