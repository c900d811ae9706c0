import { heading, list } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, joinTexts, text, type Text } from '../answer/text.ts';
import { formatAge } from '../answer/age.ts';
import { MANAGED_BY_LABEL } from '../model/kinds/endpoint-slice.ts';
import { isHeadless, selectsPods, type Service } from '../model/kinds/service.ts';
import { podPort } from './addresses.ts';
import { handmadeWords } from './changes.ts';
import { distributionWords } from './distribution.ts';
import { spreadWords } from './spread.ts';
import { trafficPolicyWords } from './traffic-policy.ts';
import { livePodsOf, type Surroundings } from './surroundings.ts';

/** Copies hand-made Endpoints to slices. */
const MIRRORING = 'endpointslicemirroring-controller.k8s.io';

/** What the fields mean for callers, said only where it is not the ordinary case. */
export function whatFollows(around: Surroundings): Part[] {
  const { service } = around;
  const lines = [
    ...spreadWords(around),
    ...handmadeWords(around),
    ...trafficPolicyWords(around),
    ...distributionWords(around),
    ...affinity(service),
    ...publishing(service),
    ...families(service),
    ...headlessPorts(around),
    ...withoutSelector(around),
    ...aliasLimits(service),
    ...sctp(service),
  ];
  return lines.length === 0 ? [] : [heading('What follows from it'), list(lines)];
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

function headlessPorts(around: Surroundings): Text[] {
  const { service } = around;
  if (!isHeadless(service)) return [];
  const pods = livePodsOf(around);
  return [
    text`No proxy stands between: a client picks an address itself, and a long-lived connection stays with its pod.`,
    ...service.spec.ports.flatMap((port) => {
      const own = podPort(port, pods);
      if (own === port.port) return [];
      // Without pods the name of the port is all that is known.
      const to = own ?? port.targetPort;
      return [text`Port ${code(port.port)} is not translated: callers must connect to the pod's own port, ${code(to)}.`];
    }),
  ];
}

function withoutSelector({ service, slices }: Surroundings): Text[] {
  if (selectsPods(service) || service.spec.type === 'ExternalName') return [];
  const makers = new Set((slices.read ? slices.value : []).flatMap(({ metadata }) => metadata.labels[MANAGED_BY_LABEL] ?? []));
  const [maker] = makers;
  const from =
    maker === MIRRORING
      ? text`its EndpointSlices are mirrored from the Endpoints object of the same name`
      : maker === undefined || makers.size > 1
        ? text`whoever made it also makes its EndpointSlices, by hand or by a controller`
        : text`its EndpointSlices come from ${code(maker)}`;
  return [text`It has no selector: ${from}. Nothing checks whether these addresses answer.`];
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

function sctp(service: Service): Text[] {
  if (service.spec.type === 'ExternalName' || !service.spec.ports.some(({ protocol }) => protocol === 'SCTP')) return [];
  return [text`SCTP works only where the network plugin and the nodes carry it; most cloud load balancers do not.`];
}
