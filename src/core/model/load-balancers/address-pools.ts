import { selects } from '../../network-policy/label-selector.ts';
import { isInRange, parseAddresses, sizeOf } from './address-ranges.ts';
import type { Labels } from '../kinds/meta.ts';
import type { IPAddressPool } from '../kinds/load-balancing.ts';
import type { Service } from '../kinds/service.ts';

export interface PoolUse {
  readonly pool: IPAddressPool;
  readonly size: number;
  /** Services with an address of the pool. */
  readonly holders: readonly Service[];
  /** Different addresses among them: Services may share one. */
  readonly taken: number;
}

/** The pool that a Service asks for by annotation. Source: metallb.io/usage/#requesting-specific-ips */
export function poolAskedFor({ metadata }: Service): string | undefined {
  return metadata.annotations['metallb.io/address-pool'] ?? metadata.annotations['metallb.universe.tf/address-pool'];
}

/** Why MetalLB gives this Service no address of the pool although it has some; undefined when it may. */
export function poolBar(pool: IPAddressPool, service: Service, namespaceLabels: Labels | undefined): string | undefined {
  if (!pool.spec.autoAssign && poolAskedFor(service) !== pool.metadata.name) return 'spec.autoAssign is false';
  const { allocation } = pool.spec;
  if (allocation === undefined) return undefined;
  const { namespaces, namespaceSelectors, serviceSelectors } = allocation;
  const known = {
    labels: { 'kubernetes.io/metadata.name': service.metadata.namespace, ...namespaceLabels },
    complete: namespaceLabels !== undefined,
  };
  const limitsNamespaces = namespaces.length + namespaceSelectors.length > 0;
  const inNamespaces =
    namespaces.includes(service.metadata.namespace) || namespaceSelectors.some((selector) => selects(selector, known) !== 'no');
  if (limitsNamespaces && !inNamespaces) return 'spec.serviceAllocation leaves its namespace out';
  const labels = { labels: service.metadata.labels, complete: true };
  const isSelected = serviceSelectors.length === 0 || serviceSelectors.some((selector) => selects(selector, labels) !== 'no');
  return isSelected ? undefined : 'spec.serviceAllocation.serviceSelectors do not select it';
}

const uses = new WeakMap<readonly Service[], Map<IPAddressPool, PoolUse>>();

/** How full a pool is, by the addresses that the Services have; counted once for a list. */
export function useOfPool(pool: IPAddressPool, services: readonly Service[]): PoolUse {
  const known = uses.get(services) ?? new Map<IPAddressPool, PoolUse>();
  const use = known.get(pool) ?? countUse(pool, services);
  uses.set(services, known.set(pool, use));
  return use;
}

function countUse(pool: IPAddressPool, services: readonly Service[]): PoolUse {
  const ranges = pool.spec.addresses.flatMap((text) => parseAddresses(text) ?? []);
  const skipped = pool.spec.avoidBuggyIPs ? ranges.reduce((sum, range) => sum + buggyIn(range.first, range.last), 0n) : 0n;
  const size = ranges.reduce((sum, range) => sum + sizeOf(range), 0n) - skipped;
  const taken = new Set<string>();
  const holders = services.filter((service) => {
    const inside = service.status.loadBalancer.flatMap(({ ip }) =>
      ip !== undefined && ranges.some((range) => isInRange(range, ip)) ? [ip] : [],
    );
    inside.forEach((ip) => taken.add(ip));
    return inside.length > 0;
  });
  return { pool, size: Number(size), holders, taken: taken.size };
}

/** How many addresses end in .0 or .255. */
function buggyIn(first: bigint, last: bigint): bigint {
  const endingIn = (end: bigint) => (last - end + 256n) / 256n - (first - 1n - end + 256n) / 256n;
  return endingIn(0n) + endingIn(255n);
}
