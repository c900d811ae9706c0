import { describe, expect, it } from 'vitest';
import { externalTargetOf, serviceOfDnsName } from '../../../../src/core/model/names/external-target.ts';
import { serviceIn, snapshotOf, without } from '../../../support/snapshot-of.ts';

describe('the Service that a DNS name means', () => {
  it.each([
    ['db.data.svc.cluster.local', { name: 'db', namespace: 'data', complete: true }],
    ['DB.data.svc.cluster.local.', { name: 'db', namespace: 'data', complete: true }],
    ['db-0.db.data.svc.cluster.local', { name: 'db', namespace: 'data', complete: true }],
    ['db.data.svc', { name: 'db', namespace: 'data', complete: false }],
  ])('%s', (dnsName, meant) => {
    expect(serviceOfDnsName(dnsName)).toEqual(meant);
  });

  it.each(['db.example.com', 'db', 'db.data', 'db.data.svc.other.domain', 'svc.cluster.local', ''])('%s is none', (dnsName) => {
    expect(serviceOfDnsName(dnsName)).toBeUndefined();
  });
});

const alias = (externalName: string) =>
  snapshotOf(
    `--- { apiVersion: v1, kind: Service, metadata: { name: alias, namespace: shop }, spec: { type: ExternalName, externalName: ${externalName} } }`,
    '--- { apiVersion: v1, kind: Service, metadata: { name: db, namespace: data }, spec: { selector: { app: db } } }',
  );

describe('the target of an ExternalName Service', () => {
  it('is nothing, and nothing has to be read, outside the cluster', async () => {
    const snapshot = without(await alias('db.example.com'), ['endpointslices']);
    expect(externalTargetOf(serviceIn(snapshot, 'alias'), snapshot)).toEqual({ read: true, value: undefined });
  });

  it('is told by a name of two parts only when there is such a Service', async () => {
    const [short, domain] = [await alias('db.data'), await alias('db.com')];
    expect(externalTargetOf(serviceIn(short, 'alias'), short)).toMatchObject({
      value: { name: 'db', namespace: 'data', complete: false },
    });
    expect(externalTargetOf(serviceIn(domain, 'alias'), domain)).toEqual({ read: true, value: undefined });
  });

  it('is unread without the right to read the Services or slices there', async () => {
    const snapshot = await alias('db.data.svc.cluster.local');
    const service = serviceIn(snapshot, 'alias');
    expect(externalTargetOf(service, without(snapshot, ['services'])).read).toBe(false);
    expect(externalTargetOf(service, without(snapshot, ['endpointslices'])).read).toBe(false);
  });
});
