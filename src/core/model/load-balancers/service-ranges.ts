import { parseRange, type AddressRange } from '../../network-policy/cidr.ts';
import { isInRange, sizeOf } from './address-ranges.ts';
import { conditionOf } from '../kinds/condition.ts';
import { perList } from '../per-list.ts';
import type { ServiceCIDR } from '../kinds/load-balancing.ts';
import type { Service } from '../kinds/service.ts';

export interface ServiceRange {
  readonly text: string;
  readonly range: AddressRange;
}

/**
 * Ranges that cluster IPs may be taken from: of ServiceCIDRs that are ready (a fresh one has no condition yet) and stay.
 * Source: kubernetes.io/docs/tasks/network/extend-service-ip-ranges/
 */
export const readyRanges = perList((cidrs: readonly ServiceCIDR[]): readonly ServiceRange[] =>
  parseRanges(
    cidrs.filter(
      ({ metadata, status }) => metadata.deletedAt === undefined && conditionOf(status.conditions, 'Ready')?.status !== 'False',
    ),
  ),
);

const allRanges = perList(parseRanges);

/** True where ranges of the address's family are known and no ready one has it. */
export function isOutOfRange(ip: string, cidrs: readonly ServiceCIDR[]): boolean {
  const family = ip.includes(':') ? 6 : 4;
  const known = allRanges(cidrs).some(({ range }) => range.family === family);
  return known && !readyRanges(cidrs).some(({ range }) => isInRange(range, ip));
}

function parseRanges(cidrs: readonly ServiceCIDR[]): readonly ServiceRange[] {
  return cidrs
    .flatMap(({ spec }) => spec.cidrs)
    .flatMap((text) => {
      const range = parseRange(text);
      return range === undefined ? [] : [{ text, range }];
    });
}

export interface RangeUse {
  readonly range: ServiceRange;
  readonly used: number;
  readonly size: number;
}

/** The range of which the greatest part is used, by the cluster IPs of the Services. */
export function fullestRange(ranges: readonly ServiceRange[], services: readonly Service[]): RangeUse | undefined {
  const ips = services.flatMap((service) => service.spec.clusterIPs);
  return ranges
    .map((range) => ({ range, used: ips.filter((ip) => isInRange(range.range, ip)).length, size: Number(sizeOf(range.range)) }))
    .sort((a, b) => b.used / b.size - a.used / a.size)[0];
}
