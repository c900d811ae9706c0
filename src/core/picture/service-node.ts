import type { Pod } from '../model/kinds/pod.ts';
import { callerPorts } from '../explain/addresses.ts';
import { count } from '../answer/text.ts';
import { formatSelector } from '../model/selectors/selector.ts';
import { isHeadless, selectsPods, serviceTypeName, type Service, type ServicePort } from '../model/kinds/service.ts';
import type { PictureNode } from './traffic-picture.ts';

const MOST_PORTS = 4;

/** The Service with its address, ports and selector. */
export function serviceNode(service: Service, pods: readonly Pod[]): PictureNode {
  const { metadata, spec } = service;
  const addresses = spec.clusterIPs.length > 0 ? spec.clusterIPs : [spec.clusterIP];
  const address = isHeadless(service) || spec.type === 'ExternalName' ? '' : ` ${addresses.join(', ')}`;
  return {
    id: 'service',
    title: `Service ${metadata.name}`,
    lines: [
      `${serviceTypeName(service)}${address}`.trimEnd(),
      ...(spec.type === 'ExternalName' ? ['only a name: DNS answers with an alias'] : portLines(service, pods)),
      ...(selectsPods(service) ? [`selects ${formatSelector(spec.selector)}`] : []),
      ...(spec.type !== 'ExternalName' && !selectsPods(service) ? ['no selector: its EndpointSlices are made by hand'] : []),
    ],
    state: 'ok',
  };
}

function portLines(service: Service, pods: readonly Pod[]): readonly string[] {
  const ports = callerPorts(service, pods);
  const shown = ports.slice(0, MOST_PORTS).map((port) => portLine(port, isHeadless(service)));
  return ports.length > MOST_PORTS ? [...shown, `and ${count(ports.length - MOST_PORTS, 'more port')}`] : shown;
}

/** Nothing translates the ports of a headless Service: callers meet the pod's own. */
function portLine({ name, port, protocol, targetPort }: ServicePort, headless: boolean): string {
  const named = name === '' ? '' : ` (${name})`;
  const number = protocol === 'TCP' ? `${port}` : `${port}/${protocol}`;
  return headless ? `port ${number}${named}` : `port ${number}${named} → targetPort ${targetPort}`;
}
