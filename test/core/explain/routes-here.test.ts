import { describe, expect, it } from 'vitest';
import { explainService } from '../../../src/core/explain/explain-service.ts';
import type { Snapshot } from '../../../src/core/model/snapshot.ts';
import { renderPlain } from '../../../src/render/terminal/render-terminal.ts';
import { baseOf } from '../../support/scenario.ts';
import { expandCluster, type Patch } from '../../support/scenario-cluster.ts';
import { serviceIn, snapshotOf, without } from '../../support/snapshot-of.ts';

const cluster = (...patches: readonly Patch[]): Promise<Snapshot> =>
  snapshotOf(JSON.stringify({ apiVersion: 'v1', kind: 'List', items: expandCluster(baseOf('entry'), patches) }));

async function explained(patch: Patch = {}, see: (snapshot: Snapshot) => Snapshot = (one) => one): Promise<string> {
  const snapshot = see(await cluster(patch));
  return renderPlain(explainService(snapshot, serviceIn(snapshot, 'web'))).replaceAll(/\s+/gu, ' ');
}

describe('what leads to a Service', () => {
  it('names the route, its Gateway and the address of that', async () => {
    const words = await explained();
    expect(words).toContain('HTTPRoute web, through Gateway edge/public at 192.0.2.20: new.shop.example/');
    expect(words).toContain('Ingress web for shop.example/ and HTTPRoute web for new.shop.example/ lead here.');
  });

  it.each([
    ['GRPCRoute', { matches: [{ method: { service: 'shop.Cart', method: 'Add' } }] }, 'rpc.example/shop.Cart/Add'],
    ['GRPCRoute', {}, 'rpc.example/'],
    ['TLSRoute', {}, 'rpc.example'],
  ])('names a %s by what it takes (%j)', async (kind, rule, requests) => {
    const route = {
      like: 'HTTPRoute/web',
      kind,
      spec: { hostnames: ['rpc.example'], rules: [{ ...rule, backendRefs: [{ name: 'web', port: 80 }] }] },
    };
    const words = await explained({ [`${kind}/rpc`]: route });
    expect(words).toContain(`${kind} rpc, through Gateway edge/public at 192.0.2.20: ${requests}`);
  });

  it.each<[string, Patch, string]>([
    ['a Gateway that is not there', { 'Gateway/edge/public': 'delete', 'Gateway/edge/other': {} }, 'which does not exist'],
    [
      'a listener that is not there',
      { 'HTTPRoute/web': { spec: { parentRefs: [{ name: 'public', namespace: 'edge', sectionName: 'tls' }] } } },
      'which has no such listener',
    ],
    ['a controller that has not looked', { 'HTTPRoute/web': { status: null } }, 'which has not taken it yet'],
    ['no Gateway at all', { 'HTTPRoute/web': { spec: { parentRefs: [] } } }, 'HTTPRoute web, attached to no Gateway'],
    ['a Gateway without address', { 'Gateway/edge/public': { status: { addresses: [] } } }, 'which has no address yet'],
  ])('says of %s that requests do not come', async (_, patch, words) => {
    const found = await explained(patch);
    expect(found).toContain(words);
    expect(found).not.toContain('HTTPRoute web for');
  });

  it('says that a route of another namespace is not granted, and is silent when it is', async () => {
    const foreign = {
      'HTTPRoute/apps/web': {
        like: 'HTTPRoute/web',
        spec: { rules: [{ backendRefs: [{ name: 'web', namespace: 'shop', port: 80 }] }] },
      },
    };
    const grant = {
      'ReferenceGrant/apps': {
        spec: {
          from: [{ group: 'gateway.networking.k8s.io', kind: 'HTTPRoute', namespace: 'apps' }],
          to: [{ group: '', kind: 'Service' }],
        },
      },
    };
    expect(await explained(foreign)).toContain('HTTPRoute apps/web');
    expect(await explained(foreign)).toContain('no ReferenceGrant in shop allows that');
    expect(await explained({ ...foreign, ...grant })).not.toContain('ReferenceGrant');
  });

  it('leaves out a backend without weight, and other Services', async () => {
    const refs = [{ name: 'web', port: 80, weight: 0 }];
    expect(await explained({ 'HTTPRoute/web': { spec: { rules: [{ backendRefs: refs }] } } })).not.toContain('HTTPRoute');
    expect(
      await explained({ 'HTTPRoute/web': { spec: { rules: [{ backendRefs: [{ name: 'cart', port: 80 }] }] } } }),
    ).not.toContain('HTTPRoute');
  });

  it('says which right it lacks for routes, and nothing where the Gateway API is not installed', async () => {
    const blind = await explained({}, (snapshot) => without(snapshot, ['httproutes']));
    expect(blind).toContain('Could not read httproutes (forbidden): grant `list httproutes');
    const bare = await explained({ 'HTTPRoute/web': 'delete', 'Gateway/edge/public': 'delete', 'GatewayClass/eg': 'delete' });
    expect(bare).not.toMatch(/HTTPRoute|httproutes/u);
  });
});
