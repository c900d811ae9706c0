import { describe, expect, it } from 'vitest';
import { poolBar, useOfPool } from '../../../../src/core/model/load-balancers/address-pools.ts';
import type { IPAddressPool } from '../../../../src/core/model/kinds/load-balancing.ts';
import { serviceIn, snapshotOf } from '../../../support/snapshot-of.ts';

async function seen(pool: string, services: readonly string[] = []) {
  const snapshot = await snapshotOf(
    `--- { apiVersion: metallb.io/v1beta1, kind: IPAddressPool, metadata: { name: lan, namespace: metallb-system }, spec: ${pool} }`,
    `--- { apiVersion: v1, kind: Service, metadata: { name: web, namespace: shop, labels: { tier: edge } }, spec: { type: LoadBalancer } }`,
    ...services.map(
      (ip, at) =>
        `--- { apiVersion: v1, kind: Service, metadata: { name: other-${at}, namespace: shop }, spec: { type: LoadBalancer }, status: { loadBalancer: { ingress: [{ ip: ${ip} }] } } }`,
    ),
  );
  const pools = snapshot.all('ipaddresspools');
  const all = snapshot.all('services');
  return {
    pool: (pools.read ? pools.value[0] : undefined) as IPAddressPool,
    web: serviceIn(snapshot, 'web'),
    services: all.read ? all.value : [],
  };
}

describe('a pool of addresses', () => {
  it.each([
    ['{ addresses: [192.0.2.10-192.0.2.12] }', 3],
    ['{ addresses: [192.0.2.0/24], avoidBuggyIPs: true }', 254],
    ['{ addresses: [192.0.2.0/24, 198.51.100.255/32], avoidBuggyIPs: true }', 254],
    ['{ addresses: [192.0.2.0/24] }', 256],
  ])('%s has %i addresses', async (spec, size) => {
    const { pool, services } = await seen(spec);
    expect(useOfPool(pool, services).size).toBe(size);
  });

  it('counts a shared address once, and names all who hold it', async () => {
    const { pool, services } = await seen('{ addresses: [192.0.2.10-192.0.2.12] }', [
      '192.0.2.10',
      '192.0.2.10',
      '198.51.100.1',
    ]);
    const use = useOfPool(pool, services);
    expect(use.taken).toBe(1);
    expect(use.holders.map((one) => one.metadata.name)).toEqual(['other-0', 'other-1']);
  });

  it.each([
    ['{ addresses: [] }', undefined],
    ['{ addresses: [], autoAssign: false }', 'spec.autoAssign is false'],
    ['{ addresses: [], serviceAllocation: { namespaces: [shop] } }', undefined],
    ['{ addresses: [], serviceAllocation: { priority: 50 } }', undefined],
    ['{ addresses: [], serviceAllocation: { namespaces: [edge] } }', 'spec.serviceAllocation leaves its namespace out'],
    [
      '{ addresses: [], serviceAllocation: { namespaceSelectors: [{ matchLabels: { team: a } }] } }',
      'spec.serviceAllocation leaves its namespace out',
    ],
    ['{ addresses: [], serviceAllocation: { serviceSelectors: [{ matchLabels: { tier: edge } }] } }', undefined],
    [
      '{ addresses: [], serviceAllocation: { serviceSelectors: [{ matchLabels: { tier: core } }] } }',
      'spec.serviceAllocation.serviceSelectors do not select it',
    ],
  ])('%s tells whether it serves the Service', async (spec, bar) => {
    const { pool, web } = await seen(spec);
    expect(poolBar(pool, web, {})).toBe(bar);
  });

  it('is not said to leave a namespace out whose labels could not be read', async () => {
    const { pool, web } = await seen(
      '{ addresses: [], serviceAllocation: { namespaceSelectors: [{ matchLabels: { team: a } }] } }',
    );
    expect(poolBar(pool, web, undefined)).toBeUndefined();
  });
});
