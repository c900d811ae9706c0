import { heading, list } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, joinTexts, text, type Text } from '../answer/text.ts';
import { formatAge } from '../answer/age.ts';
import { isHeadless, selectsPods, type Service } from '../model/kinds/service.ts';
import { resolveTargetPort } from '../model/pods/ports.ts';
import { trafficPolicyWords } from './traffic-policy.ts';
import type { Surroundings } from './surroundings.ts';

/** What the fields mean for callers, said only where it is not the ordinary case. */
export function whatFollows(around: Surroundings): Part[] {
  const { service } = around;
  const lines = [
    ...trafficPolicyWords(around),
    ...distribution(service),
    ...affinity(service),
    ...publishing(service),
    ...families(service),
    ...headlessPorts(around),
    ...withoutSelector(service),
    ...aliasLimits(service),
  ];
  return lines.length === 0 ? [] : [heading('What follows from it'), list(lines)];
}

function distribution(service: Service): Text[] {
  const value = service.spec.trafficDistribution;
  const where =
    value === 'PreferSameNode'
      ? 'on the same node'
      : value === 'PreferSameZone' || value === 'PreferClose'
        ? 'in the same zone'
        : undefined;
  const mode = service.metadata.annotations['service.kubernetes.io/topology-mode'];
  if (where !== undefined)
    return [text`Callers are sent to pods ${where} while there are ready ones (${code(`trafficDistribution: ${value}`)}).`];
  if (value !== undefined)
    return [text`The proxy is asked to distribute traffic by ${code(value)} (${code('trafficDistribution')}).`];
  return mode === undefined || mode.toLowerCase() === 'disabled'
    ? []
    : [
        text`Topology-aware routing (${code(`topology-mode: ${mode}`)}) keeps traffic in the caller's zone when pods are spread evenly.`,
      ];
}

function affinity(service: Service): Text[] {
  const { sessionAffinity, sessionAffinityTimeoutSeconds } = service.spec;
  if (sessionAffinity !== 'ClientIP') return [];
  const seconds = sessionAffinityTimeoutSeconds ?? 10_800;
  return [
    text`The same client address meets the same pod until ${formatAge(seconds * 1000)} pass without a connection (${code('sessionAffinity: ClientIP')}); clients behind one NAT share a pod.`,
  ];
}

function publishing(service: Service): Text[] {
  return service.spec.publishNotReadyAddresses
    ? [
        text`Pods that are not ready count too (${code('publishNotReadyAddresses: true')}): peers find each other while they start, callers may meet a pod that cannot answer.`,
      ]
    : [];
}

function families(service: Service): Text[] {
  const { ipFamilies, ipFamilyPolicy } = service.spec;
  if (ipFamilies.length > 1)
    return [text`Dual-stack: it answers on ${joinTexts(ipFamilies.map(code))}, ${ipFamilies[0] ?? ''} first.`];
  if (ipFamilyPolicy === 'PreferDualStack')
    return [text`It prefers dual-stack, but has only ${ipFamilies[0] ?? 'one family'}: the cluster offers one.`];
  return ipFamilies[0] === 'IPv6' ? [text`IPv6 only: callers without IPv6 cannot reach it.`] : [];
}

function headlessPorts({ service, livePods }: Surroundings): Text[] {
  if (!isHeadless(service)) return [];
  // A name that leads to the same number in every pod changes nothing for the caller.
  const [pod] = livePods.read ? livePods.value : [];
  const translated = service.spec.ports.filter(
    (port) => (pod === undefined ? port.targetPort : (resolveTargetPort(port, pod.spec) ?? port.port)) !== port.port,
  );
  return [
    text`No proxy stands between: a client picks an address itself, and a long-lived connection stays with its pod.`,
    ...translated.map(
      (port) =>
        text`Port ${code(port.port)} is not translated to ${code(port.targetPort)}: callers must connect to the pod's own port.`,
    ),
  ];
}

function withoutSelector(service: Service): Text[] {
  if (selectsPods(service) || service.spec.type === 'ExternalName') return [];
  return [
    text`It has no selector: whoever made it also makes its EndpointSlices, by hand or by a controller. Nothing checks whether these addresses answer.`,
  ];
}

function aliasLimits(service: Service): Text[] {
  const { type, externalName, ports, selector } = service.spec;
  if (type !== 'ExternalName') return [];
  return [
    text`Only DNS is involved: there is no proxy, no port translation and no health check.`,
    text`HTTP and TLS clients send the name that they were given: ${code(externalName ?? 'the target')} must accept that Host header and present a certificate for it.`,
    ...(ports.length > 0 ? [text`Its ports are not used: callers choose the port of the target.`] : []),
    ...(Object.keys(selector).length > 0 ? [text`Its selector is not used.`] : []),
  ];
}
