import { code, count, text, type Text } from '../answer/text.ts';
import type { Surroundings } from './surroundings.ts';

/**
 * Whether callers stay near, by trafficDistribution or the older topology mode, and whether the hints for that are there.
 * Source: kubernetes.io/docs/reference/networking/virtual-ips/#traffic-distribution
 */
export function distributionWords(around: Surroundings): Text[] {
  const { service } = around;
  const value = service.spec.trafficDistribution;
  const mode = service.metadata.annotations['service.kubernetes.io/topology-mode'];
  if (value === 'PreferSameNode' || value === 'PreferSameZone' || value === 'PreferClose') {
    const where = value === 'PreferSameNode' ? 'on the same node' : 'in the same zone';
    return [
      text`Callers are sent to pods ${where} while there are ready ones (${code(`trafficDistribution: ${value}`)})${hints(around)}.`,
    ];
  }
  if (value !== undefined)
    return [text`The proxy is asked to distribute traffic by ${code(value)} (${code('trafficDistribution')}).`];
  return mode === undefined || mode.toLowerCase() === 'disabled'
    ? []
    : [
        text`Topology-aware routing (${code(`topology-mode: ${mode}`)}) keeps traffic in the caller's zone when pods are spread evenly${hints(around)}.`,
      ];
}

/** The controller writes the wish into each endpoint; the proxy follows only when every ready one has a hint. */
function hints({ slices }: Surroundings): Text {
  if (!slices.read) return [];
  const ready = slices.value.flatMap(({ endpoints }) => endpoints.filter((one) => one.ready));
  const hinted = ready.filter(({ hintedZones, hintedNodes }) => hintedZones.length + hintedNodes.length > 0).length;
  if (ready.length === 0) return [];
  if (hinted === ready.length)
    return text`; ${hinted === 1 ? 'its ready endpoint carries' : `all ${hinted} ready endpoints carry`} the hint for it`;
  const carry = hinted === 0 ? 'none carries' : `only ${hinted} ${hinted === 1 ? 'carries' : 'carry'}`;
  return text`; of ${count(ready.length, 'ready endpoint')} ${carry} the hint for it, so that callers are spread over all`;
}
