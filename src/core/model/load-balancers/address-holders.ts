import { normalAddress } from './address-ranges.ts';
import { perList } from '../per-list.ts';
import type { Service } from '../kinds/service.ts';

/** Where a Service has an address. */
export interface Held {
  readonly service: Service;
  readonly field: 'spec.clusterIPs' | 'spec.externalIPs' | 'status.loadBalancer.ingress';
}

/** Which of the Services have the address, and where. The index is made once for a list. */
export function holdersOf(address: string, services: readonly Service[]): readonly Held[] {
  return byAddress(services).get(normalAddress(address)) ?? [];
}

const byAddress = perList((services: readonly Service[]): ReadonlyMap<string, readonly Held[]> => {
  const index = new Map<string, Held[]>();
  const add = (address: string, held: Held) => {
    const key = normalAddress(address);
    const known = index.get(key);
    if (known === undefined) index.set(key, [held]);
    else known.push(held);
  };
  for (const service of services) {
    for (const ip of service.spec.clusterIPs) if (ip !== '' && ip !== 'None') add(ip, { service, field: 'spec.clusterIPs' });
    for (const ip of service.spec.externalIPs) add(ip, { service, field: 'spec.externalIPs' });
    for (const { ip } of service.status.loadBalancer) {
      if (ip !== undefined) add(ip, { service, field: 'status.loadBalancer.ingress' });
    }
  }
  return index;
});

/** True when both Services answer on one port of one protocol. */
export function sharePort(a: Service, b: Service): boolean {
  return a.spec.ports.some((port) => b.spec.ports.some((one) => one.port === port.port && one.protocol === port.protocol));
}

/** The very same Service, though it may stand in two lists. */
export function isSame(a: Service, b: Service): boolean {
  return a.metadata.name === b.metadata.name && a.metadata.namespace === b.metadata.namespace;
}

export function fullName({ metadata }: Service): string {
  return `${metadata.namespace}/${metadata.name}`;
}
