import { formatAge } from '../answer/age.ts';
import { table } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { serviceTypeName, type Service } from '../model/kinds/service.ts';
import type { Observed } from '../model/observed.ts';
import type { EndpointTally } from './endpoint-counter.ts';

type Column = readonly [name: string, cell: (service: Service) => string];

const none = '–';

/** Like `kubectl get services`, with the ready endpoints beside. `now` is epoch milliseconds. */
export function serviceTable(
  services: readonly Service[],
  tally: Observed<EndpointTally>,
  withNamespace: boolean,
  now: number,
): Part {
  const columns: readonly Column[] = [
    ...(withNamespace ? [['Namespace', ({ metadata }: Service) => metadata.namespace] as const] : []),
    ['Name', ({ metadata }) => metadata.name],
    ['Type', serviceTypeName],
    ['Cluster IP', ({ spec }) => spec.clusterIP || none],
    ['External', external],
    ['Ports', ports],
    ['Ready', (service) => ready(service, tally)],
    ['Age', ({ metadata: { createdAt } }) => (createdAt === undefined ? none : formatAge(now - createdAt))],
  ];
  return table(
    '',
    columns.map(([name]) => name),
    services.map((service) => columns.map(([, cell]) => cell(service))),
  );
}

/** What kubectl calls EXTERNAL-IP: the load balancer's address, externalIPs, or the target of an alias. */
function external({ spec, status }: Service): string {
  if (spec.type === 'ExternalName') return spec.externalName ?? none;
  const addresses = [...status.loadBalancer.flatMap((ingress) => ingress.ip ?? ingress.hostname ?? []), ...spec.externalIPs];
  if (addresses.length > 0) return addresses.join(', ');
  return spec.type === 'LoadBalancer' ? 'pending' : none;
}

/** `80:30080/TCP, 53/UDP` as kubectl writes them. */
function ports({ spec }: Service): string {
  if (spec.ports.length === 0) return none;
  return spec.ports
    .map((port) => `${port.port}${port.nodePort === undefined ? '' : `:${port.nodePort}`}/${port.protocol}`)
    .join(', ');
}

function ready(service: Service, tally: Observed<EndpointTally>): string {
  if (service.spec.type === 'ExternalName') return none;
  if (!tally.read) return 'unread';
  const { ready, total } = tally.value(service);
  return `${ready}/${total}`;
}
