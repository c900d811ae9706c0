import { fields, heading } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, joinTexts, text } from '../answer/text.ts';
import type { Service } from '../model/kinds/service.ts';
import { admissionOf } from './admission.ts';
import { outsideLimit, podsLimit } from './admission-words.ts';
import { callerPorts, hostAndPorts, joinHost } from './addresses.ts';
import { externalAddresses } from './kind-words.ts';
import { nodeAddresses } from './node-addresses.ts';
import { outsideRows, type ReachRow } from './outside-rows.ts';
import { livePodsOf, type Surroundings } from './surroundings.ts';

/** Which address each kind of caller uses, as far as the type, the nodes and the load balancer tell. */
export function whoCanReach(around: Surroundings): Part[] {
  const { service } = around;
  const { name, namespace } = service.metadata;
  // The ports of an alias are used by nobody.
  const ports = service.spec.type === 'ExternalName' ? [] : callerPorts(service, livePodsOf(around));
  const admission = admissionOf(around);
  const elsewhere = hostAndPorts(`${name}.${namespace}`, ports);
  const limited = (rows: readonly ReachRow[]): ReachRow[] =>
    rows.map(([from, how]) => [from, text`${how}${outsideLimit(admission)}`]);
  return [
    heading('Who can reach it'),
    fields([
      [`Pods in ${namespace}`, text`${hostAndPorts(name, ports)}${podsLimit(admission, namespace, 'here')}`],
      ['Pods in other namespaces', text`${elsewhere}${podsLimit(admission, namespace, 'elsewhere')}`],
      ...(service.spec.type === 'ExternalName'
        ? []
        : [...nodeRow(service), ...limited([...nodePortRows(around), ...externalIpRow(service)])]),
      ...(externalAddresses(service).length > 0 ? limited(outsideRows(around, admission)) : outsideRows(around, admission)),
    ]),
  ];
}

function nodeRow(service: Service): ReachRow[] {
  const { clusterIP, ports } = service.spec;
  if (clusterIP === '' || clusterIP === 'None') return [];
  return [['The nodes themselves', text`${hostAndPorts(clusterIP, ports)} (nodes rarely use the cluster's DNS)`]];
}

function nodePortRows(around: Surroundings): ReachRow[] {
  const ports = around.service.spec.ports.filter((port) => port.nodePort !== undefined);
  if (ports.length === 0) return [];
  const { internal, external } = nodeAddresses(around);
  const local = around.service.spec.externalTrafficPolicy === 'Local';
  const at = (host: string) => joinTexts(ports.map((port) => code(joinHost(host, port.nodePort ?? 0))));
  const inner = internal[0] ?? 'NODE_IP';
  return [
    ['Network of the nodes', text`${at(inner)}, and the same on ${local ? 'every node with a ready pod' : 'every node'}`],
    ...external
      .slice(0, 1)
      .map((address): ReachRow => ['Internet, by a node', text`${at(address)}, if the firewall of the nodes lets it in`]),
  ];
}

function externalIpRow(service: Service): ReachRow[] {
  const { externalIPs, ports } = service.spec;
  if (externalIPs.length === 0) return [];
  const hosts = joinTexts(externalIPs.map((ip) => hostAndPorts(ip, ports)));
  return [['By externalIPs', text`${hosts}, when the network routes these addresses to a node`]];
}
