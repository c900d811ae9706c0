import type { ReachEnd } from '../answer/answer.ts';
import { count } from '../answer/text.ts';
import { refOf } from '../model/kinds/meta.ts';
import { isHeadless, selectsPods, serviceTypeName, type Service, type ServicePort } from '../model/kinds/service.ts';
import { formatSelector } from '../model/selectors/selector.ts';
import type { Snapshot } from '../model/snapshot.ts';
import type { Peer } from '../network-policy/peer.ts';
import { allPorts, formatPorts, isEmpty, noPorts, onePort, union, type PortSet } from '../network-policy/port-set.ts';
import { formatAskedPort, type AskedPort } from './end-words.ts';
import { hop, type Hop } from './hop.ts';
import type { PodGroup } from './pod-groups.ts';
import { serviceBackends, type Backend, type Backends } from './service-backends.ts';
import { sidesOf, type Target } from './target.ts';

/** The hops of a Service before its pods: the port and the endpoints. ExternalName is not for here. */
export function serviceTarget(
  snapshot: Snapshot,
  service: Service,
  port: AskedPort | undefined,
  groups: readonly PodGroup[],
): Target {
  const { namespace, name } = service.metadata;
  const title = `Service ${namespace}/${name}`;
  const hops: Hop[] = [hop('Service', 'passes', `${title} exists (${serviceTypeName(service)})`)];
  const none = {
    end: refOf(service) as ReachEnd,
    sides: [],
    askedOf: () => noPorts,
    unread: [],
    notes: [],
    askedPorts: port === undefined ? servicePorts(service.spec.ports) : [formatAskedPort(port)],
  };
  const stopAt = (step: Hop['name'], reason: string, verdict: 'blocked' | 'unknown' = 'blocked'): Target => ({
    ...none,
    hops: [...hops, hop(step, verdict === 'blocked' ? 'stops here' : 'cannot tell', reason)],
    stop: { verdict, decidedBy: `${title}: ${reason}` },
  });

  const asked = askedPorts(service, port);
  if (typeof asked === 'string') return stopAt('Service port', asked);
  hops.push(hop('Service port', 'passes', asked.say));

  const backends = serviceBackends(snapshot, service, groups);
  const usable = backends.list.filter((one) => one.ready !== false);
  if (usable.length === 0) return { ...stopAt('Endpoints', ...noEndpoints(service, backends)), unread: backends.unread };
  const open = usable.map((backend) => ({ backend, ports: union(noPorts, ...asked.of(backend)) }));
  const reached = open.filter((one) => !isEmpty(one.ports));
  if (reached.length === 0) return stopAt('Service port', `no pod declares the targetPort ${asked.targets}`);
  const recorded = usable.every((one) => one.ready !== undefined);
  hops.push(
    recorded
      ? hop(
          'Endpoints',
          'passes',
          `${count(usable.length, 'ready endpoint')}, on ${formatPorts(union(...reached.map((one) => one.ports))).join(', ')}`,
        )
      : hop('Endpoints', 'not checked', 'nothing tells whether the pods are ready'),
  );
  const byPeer = new Map<Peer, PortSet>(reached.map(({ backend, ports }) => [backend.peer, ports]));
  return {
    ...none,
    hops,
    sides: sidesOf(reached.map(({ backend }) => backend)),
    askedOf: (peer) => byPeer.get(peer) ?? noPorts,
    unread: backends.unread,
  };
}

interface Asked {
  of(backend: Backend): readonly PortSet[];
  readonly say: string;
  readonly targets: string;
}

/** The ports of the Service that were asked for, or why there are none. */
function askedPorts(service: Service, port: AskedPort | undefined): Asked | string {
  const { ports } = service.spec;
  const matching = ports.filter(
    (one) =>
      port === undefined ||
      ((one.port === port.port || one.name === port.port) && (port.protocol ?? one.protocol) === one.protocol),
  );
  if (isHeadless(service) && (typeof port?.port === 'number' || ports.length === 0)) {
    const number = typeof port?.port === 'number' ? port.port : undefined;
    if (number === undefined && port !== undefined) return `no port named ${port.port}`;
    const set =
      number === undefined
        ? allPorts
        : union(
            ...(matching.length > 0 ? matching : [{ protocol: port?.protocol ?? 'TCP' }]).map((one) =>
              onePort(one.protocol, number),
            ),
          );
    return {
      of: () => [set],
      say: 'headless: callers connect to the pods themselves, ports are not translated',
      targets: String(number ?? ''),
    };
  }
  if (matching.length > 0) {
    return {
      of: (backend) => matching.map((one) => backend.portOf(one)),
      say: matching.map((one) => `${one.protocol} ${one.port} leads to targetPort ${one.targetPort}`).join(', '),
      targets: matching.map((one) => one.targetPort).join(', '),
    };
  }
  const target = ports.find((one) => port !== undefined && one.targetPort === port.port);
  const has = ports.length === 0 ? 'it has none' : `it has ${servicePorts(ports).join(', ')}`;
  return `no port ${port === undefined ? '' : formatAskedPort(port)}, ${has}${target === undefined ? '' : ` (${target.targetPort} is a targetPort: callers use ${target.port})`}`;
}

function noEndpoints(service: Service, { list, unread }: Backends): [string, 'blocked' | 'unknown'] {
  if (unread.length > 0)
    return [
      `whether it has endpoints cannot be told, ${unread.map((one) => one.resource).join(' and ')} were not read`,
      'unknown',
    ];
  if (list.length > 0) return [`no ready endpoint (${count(list.length, 'pod')} selected, none is ready)`, 'blocked'];
  if (!selectsPods(service)) return ['no endpoints: it has no selector and no EndpointSlice', 'blocked'];
  return [`no endpoints: no pod has the labels ${formatSelector(service.spec.selector)}`, 'blocked'];
}

function servicePorts(ports: readonly ServicePort[]): readonly string[] {
  return ports.map((one) => `${one.protocol} ${one.port}`);
}
