import { heading, list } from '../answer/build.ts';
import type { Part } from '../answer/part.ts';
import { code, count, joinTexts, text, type Text } from '../answer/text.ts';
import type { Backend } from '../model/endpoints/backends.ts';
import { isHeadless, type Service } from '../model/kinds/service.ts';
import type { Surroundings } from './surroundings.ts';

const shown = 3;

/**
 * The names that the cluster's DNS answers. The domain is `cluster.local` unless the cluster was set up with another.
 * Source: kubernetes.io/docs/concepts/services-networking/dns-pod-service/
 */
export function dnsNames(around: Surroundings): Part[] {
  const { service } = around;
  const { name, namespace } = service.metadata;
  const full = `${name}.${namespace}.svc.cluster.local`;
  return [
    heading('DNS names'),
    list([
      text`${code(full)} → ${whatItResolvesTo(service)}`,
      text`short: ${code(name)} in the same namespace, ${code(`${name}.${namespace}`)} in others`,
      ...srvNames(service, full),
      ...podNames(around, full),
    ]),
  ];
}

function whatItResolvesTo(service: Service): Text {
  const { type, clusterIP, clusterIPs, externalName, publishNotReadyAddresses } = service.spec;
  if (type === 'ExternalName') return text`CNAME ${code(externalName ?? '')}`;
  if (isHeadless(service))
    return publishNotReadyAddresses
      ? text`the addresses of all its pods, ready or not`
      : text`the addresses of its ready backends`;
  const addresses = clusterIPs.length > 0 ? clusterIPs : [clusterIP].filter((ip) => ip !== '');
  if (addresses.length === 0) return text`nothing yet: no cluster IP is allocated`;
  return joinTexts(addresses.map((ip) => text`${ip.includes(':') ? 'AAAA' : 'A'} ${code(ip)}`));
}

/** SRV records exist for named ports. */
function srvNames(service: Service, full: string): Text[] {
  if (service.spec.type === 'ExternalName') return [];
  return service.spec.ports
    .filter((port) => port.name !== '')
    .map((port) => text`SRV ${code(`_${port.name}._${port.protocol.toLowerCase()}.${full}`)}`);
}

/** Pods with a hostname in this subdomain, as a StatefulSet with this serviceName gives them, have names of their own. */
function podNames({ service, backends }: Surroundings, full: string): Text[] {
  if (!isHeadless(service) || !backends.read) return [];
  const named = backends.value.filter((one): one is Backend & { hostname: string } => one.hostname !== undefined);
  const names = named
    .slice(0, shown)
    .map((one) => text`each pod: ${code(`${one.hostname}.${full}`)} → ${one.addresses.join(', ')}`);
  return named.length > shown ? [...names, text`and ${count(named.length - shown, 'more pod')} by the same rule`] : names;
}
