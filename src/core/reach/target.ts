import type { ReachEnd } from '../answer/answer.ts';
import type { UnreadResource } from '../model/observed.ts';
import { everyAddress } from '../network-policy/cidr.ts';
import type { Peer } from '../network-policy/peer.ts';
import { allPorts, noPorts, onePort, union, type PortSet } from '../network-policy/port-set.ts';
import { badRequest } from '../problem/problem.ts';
import { formatAskedPort, type AskedPort } from './end-words.ts';
import { endName } from './ends.ts';
import type { FoundEnd } from './find-end.ts';
import type { Hop } from './hop.ts';
import type { Side } from './cases.ts';
import { refKey, type PodGroup } from './pod-groups.ts';

export interface Stop {
  readonly verdict: 'blocked' | 'unknown';
  readonly decidedBy: string;
}

/** What the caller has to get to, after everything before the policies was looked at. */
export interface Target {
  /** The whole of it, as one end. */
  readonly end: ReachEnd;
  readonly sides: readonly Side[];
  /** The ports asked of one target pod or address. */
  askedOf(peer: Peer): PortSet;
  readonly hops: readonly Hop[];
  /** Set when a hop before the policies decides. */
  readonly stop?: Stop;
  /** The ports as they were asked for: of the Service, where there is one. */
  readonly askedPorts: readonly string[];
  readonly unread: readonly UnreadResource[];
  readonly notes: readonly string[];
}

/** A target that is no Service: the port goes to it as it is. */
export function plainTarget(found: Exclude<FoundEnd, { is: 'service' }>, port: AskedPort | undefined): Target {
  const rest = { hops: [], unread: [], notes: [], askedPorts: port === undefined ? ['all'] : [formatAskedPort(port)] };
  if (found.is === 'pods') return { ...rest, ...podTarget(found.end, found.groups, port) };
  if (typeof port?.port === 'string')
    throw badRequest(`"${port.port}" is no port number: ports of an outside address have no names.`);
  const asked = port === undefined ? allPorts : onePort(port.protocol ?? 'TCP', port.port);
  if (found.is === 'addresses') return { ...rest, end: found.end, sides: [], askedOf: () => asked };
  // Which addresses a DNS name has is not in the cluster, so only a rule for all of them can decide.
  const end: ReachEnd = { kind: 'External', cidr: '0.0.0.0/0' };
  return {
    ...rest,
    end,
    sides: [{ end, peers: [{ is: 'addresses', range: everyAddress(4) }] }],
    askedOf: () => asked,
    notes: [`The addresses of ${found.host} are not known here: only rules for all addresses were decisive.`],
  };
}

function podTarget(
  end: ReachEnd,
  groups: readonly PodGroup[],
  port: AskedPort | undefined,
): Pick<Target, 'end' | 'sides' | 'askedOf' | 'stop'> {
  const sides = groups.map((group): Side => ({ end: group.ref, peers: group.pods }));
  const askedOf = (peer: Peer) => (port === undefined ? allPorts : podPorts(peer, port));
  const missing = port !== undefined && sides.every((side) => side.peers.every((peer) => askedOf(peer) === noPorts));
  if (!missing) return { end, sides, askedOf };
  const decidedBy = `${endName(end)}: no container declares a port named ${port.port}`;
  return { end, sides, askedOf, stop: { verdict: 'blocked', decidedBy } };
}

/** A number goes to the pod whether its containers declare it or not; declaring only tells the protocol. */
function podPorts(peer: Peer, { port, protocol }: AskedPort): PortSet {
  const declared = (peer.is === 'pod' ? (peer.ports ?? []) : []).filter(
    (one) =>
      (typeof port === 'number' ? one.containerPort === port : one.name === port) &&
      (protocol ?? one.protocol) === one.protocol,
  );
  if (declared.length > 0) return union(...declared.map((one) => onePort(one.protocol, one.containerPort)));
  return typeof port === 'number' ? onePort(protocol ?? 'TCP', port) : noPorts;
}

/** The backends of one workload become one side. */
export function sidesOf(backends: readonly { readonly ref: Side['end']; readonly peer: Peer }[]): readonly Side[] {
  const byEnd = Map.groupBy(backends, ({ ref }) => ('name' in ref ? refKey(ref) : ref.cidr));
  return [...byEnd.values()].flatMap((list): Side[] =>
    list[0] === undefined ? [] : [{ end: list[0].ref, peers: list.map((one) => one.peer) }],
  );
}
