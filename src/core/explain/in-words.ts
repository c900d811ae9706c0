import { code, joinTexts, text, type Text } from '../answer/text.ts';
import type { Service } from '../model/kinds/service.ts';
import { callerPorts, hostAndPorts, joinHost } from './addresses.ts';
import { admissionOf } from './admission.ts';
import { isOpenToPods, limitsSentence } from './admission-words.ts';
import { aliasTarget } from './alias-target.ts';
import { healthOf } from './health.ts';
import { externalAddresses } from './kind-words.ts';
import { ingressesHere } from './leads-here.ts';
import { audienceOfLoadBalancer } from './load-balancer-audience.ts';
import { nodeAddresses } from './node-addresses.ts';
import { isOpen, routesHere } from './routes-here.ts';
import { livePodsOf, type Surroundings } from './surroundings.ts';

/** The short version: who reaches it at which address, what leads here, what limits it. */
export function inWords(around: Surroundings): Text {
  const admission = admissionOf(around);
  const sentences = [
    inside(around, isOpenToPods(admission)),
    outside(around),
    routes(around),
    limitsSentence(admission),
  ].filter((one) => one.length > 0);
  return sentences.reduce((all, one) => text`${all} ${one}`);
}

function inside(around: Surroundings, open: boolean): Text {
  const { service, snapshot } = around;
  const { name, namespace } = service.metadata;
  const host = `${name}.${namespace}`;
  if (service.spec.type === 'ExternalName') {
    const target = aliasTarget(snapshot, service);
    return text`DNS sends pods that ask for ${code(host)} to ${code(service.spec.externalName ?? '')}.${target.length === 0 ? '' : ' '}${target}`;
  }
  const address = hostAndPorts(host, callerPorts(service, livePodsOf(around)));
  if (healthOf(around).status === 'critical')
    return text`Its address for pods of any namespace is ${address}, but nothing answers there.`;
  return open
    ? text`Pods in any namespace reach it at ${address}.`
    : text`Its address for pods of any namespace is ${address}.`;
}

const audiences = { internal: 'the internal network', internet: 'the internet', unknown: 'outside the cluster' } as const;

function outside(around: Surroundings): Text {
  const { service } = around;
  const { type, ports, loadBalancerSourceRanges } = service.spec;
  if (type === 'NodePort') return byNodePort(around);
  if (type !== 'LoadBalancer') return byExternalIp(service);
  const addresses = externalAddresses(service);
  if (addresses.length === 0) return text`Nobody outside reaches it yet: its load balancer has no address.`;
  const ranges =
    loadBalancerSourceRanges.length === 0 ? [] : text`, for clients in ${joinTexts(loadBalancerSourceRanges.map(code))} only`;
  return text`From ${audiences[audienceOfLoadBalancer(service)]} it is ${joinTexts(addresses.map((address) => hostAndPorts(address, ports)))}${ranges}.`;
}

function byExternalIp({ spec: { type, externalIPs, ports } }: Service): Text {
  if (type !== 'ClusterIP' || externalIPs.length === 0) return [];
  const hosts = joinTexts(externalIPs.map((ip) => hostAndPorts(ip, ports)));
  return text`Where the network routes it to a node, it is ${hosts} too.`;
}

function byNodePort(around: Surroundings): Text {
  const { service } = around;
  const ports = service.spec.ports.flatMap(({ nodePort }) => nodePort ?? []);
  const [node] = nodeAddresses(around).internal;
  if (ports.length === 0 || node === undefined) return [];
  const local = service.spec.externalTrafficPolicy === 'Local' ? 'on every node with a ready pod' : 'on every node';
  return text`From the network of the nodes it is ${joinTexts(ports.map((port) => code(joinHost(node, port))))}, and the same ${local}.`;
}

function routes(around: Surroundings): Text {
  const ingresses = ingressesHere(around).map(
    ({ ingress, routes: paths }) => text`Ingress ${code(ingress.metadata.name)} for ${joinTexts(paths.map(code))}`,
  );
  const found = [
    ...ingresses,
    ...routesHere(around)
      .filter((one) => isOpen(around, one))
      .map(
        ({ route, requests }) =>
          text`${route.kind} ${code(route.metadata.name)} for ${joinTexts(requests.slice(0, 4).map(code))}`,
      ),
  ];
  return found.length === 0 ? [] : text`${joinTexts(found)} ${found.length === 1 ? 'leads' : 'lead'} here.`;
}
