import type { NetworkPolicyPort, NetworkPolicyRule } from '../model/kinds/network-policy.ts';
import type { Peer } from './peer.ts';
import { allPorts, noPorts, onePort, ports, union, type PortSet } from './port-set.ts';

/** `certain` is open for sure, `possible` is open if what is not known turns out so. */
export interface PortBounds {
  readonly certain: PortSet;
  readonly possible: PortSet;
}

export const nothing: PortBounds = { certain: noPorts, possible: noPorts };
export const everything: PortBounds = { certain: allPorts, possible: allPorts };

/**
 * The ports that a rule opens on the destination. A named port is a port of the destination pod's containers with that
 * name and protocol, in ingress and egress rules alike; an address outside has no names.
 * Source: kubernetes.io/docs/reference/kubernetes-api/policy-resources/network-policy-v1/ (ports)
 */
export function rulePorts(rule: NetworkPolicyRule, destination: Peer): PortBounds {
  if (rule.ports === undefined) return everything;
  const each = rule.ports.map((port) => portBounds(port, destination));
  return { certain: union(...each.map((one) => one.certain)), possible: union(...each.map((one) => one.possible)) };
}

function portBounds({ protocol, port, endPort }: NetworkPolicyPort, destination: Peer): PortBounds {
  if (port === undefined) return exactly(ports(protocol));
  if (typeof port === 'number') return exactly(ports(protocol, port, endPort ?? port));
  if (destination.is === 'addresses') return nothing;
  if (destination.ports === undefined) return { certain: noPorts, possible: ports(protocol) };
  const named = destination.ports.filter((declared) => declared.name === port && declared.protocol === protocol);
  return exactly(union(noPorts, ...named.map((declared) => onePort(protocol, declared.containerPort))));
}

function exactly(set: PortSet): PortBounds {
  return { certain: set, possible: set };
}
