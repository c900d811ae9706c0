import { describe, expect, it } from 'vitest';
import type { Route } from '../../../src/core/model/kinds/route.ts';
import { snapshotOf } from '../../support/snapshot-of.ts';

const group = 'apiVersion: gateway.networking.k8s.io/v1';

async function routeOf(yaml: string): Promise<Route | undefined> {
  const snapshot = await snapshotOf(
    service,
    `${group}\nkind: HTTPRoute\nmetadata: { name: web, namespace: shop, generation: 3 }\n${yaml}`,
  );
  const routes = snapshot.all('httproutes');
  return routes.read ? routes.value[0] : undefined;
}

const service = `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: { type: ExternalName, externalName: web.example }
`;

describe('a route', () => {
  it('has the defaults of the API: its own namespace, kind Service, kind Gateway, weight 1', async () => {
    const route = await routeOf(
      'spec: { parentRefs: [{ name: public }], rules: [{ backendRefs: [{ name: web, port: 80 }] }] }',
    );
    expect(route?.spec.parentRefs).toEqual([
      {
        group: 'gateway.networking.k8s.io',
        kind: 'Gateway',
        namespace: 'shop',
        name: 'public',
        sectionName: undefined,
        port: undefined,
      },
    ]);
    expect(route?.spec.rules[0]?.backendRefs).toEqual([
      { at: 'spec.rules[0].backendRefs[0]', group: '', kind: 'Service', namespace: 'shop', name: 'web', port: 80, weight: 1 },
    ]);
  });

  it('keeps an empty group, which is the core group and no Gateway', async () => {
    const route = await routeOf('spec: { parentRefs: [{ group: "", kind: Service, name: web }] }');
    expect(route?.spec.parentRefs[0]).toMatchObject({ group: '', kind: 'Service' });
  });

  it('counts the target of a request mirror among its backends', async () => {
    const filter = '{ type: RequestMirror, requestMirror: { backendRef: { name: shadow, port: 80 } } }';
    const route = await routeOf(`spec: { rules: [{ filters: [${filter}] }] }`);
    expect(route?.spec.rules[0]?.backendRefs[0]).toMatchObject({
      at: 'spec.rules[0].filters[0].requestMirror.backendRef',
      name: 'shadow',
    });
  });

  it.each([
    [2, true],
    [3, false],
    ['null', false],
  ])('knows that a status of generation %s is older than itself: %s', async (observed, stale) => {
    const condition = `{ type: Accepted, status: 'False', observedGeneration: ${observed} }`;
    const route = await routeOf(`status: { parents: [{ parentRef: { name: public }, conditions: [${condition}] }] }`);
    expect(route?.status.parents[0]?.stale).toBe(stale);
  });
});

describe('a dump', () => {
  it("does not take a Gateway of Istio's own API for one of the Gateway API", async () => {
    const istio = 'apiVersion: networking.istio.io/v1\nkind: Gateway\nmetadata: { name: mesh, namespace: shop }\n';
    expect((await snapshotOf(service, istio)).all('gateways')).toEqual({ read: true, value: [] });
  });

  const served = `
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata: { name: web, namespace: shop }
spec: { ingressClassName: nginx, rules: [] }
status: { loadBalancer: { ingress: [{ ip: 192.0.2.1 }] } }
`;
  const accepted = `
${group}
kind: HTTPRoute
metadata: { name: web, namespace: shop }
spec: { parentRefs: [{ name: public }] }
status: { parents: [{ parentRef: { name: public }, conditions: [{ type: Accepted, status: 'True' }] }] }
`;
  const gateway = `
${group}
kind: Gateway
metadata: { name: public, namespace: shop }
spec: { gatewayClassName: eg }
status: { conditions: [{ type: Accepted, status: 'True' }] }
`;
  it.each([
    ['an Ingress with an address', served, 'ingressclasses'],
    ['an accepted route', accepted, 'gateways'],
    ['an accepted Gateway', gateway, 'gatewayclasses'],
  ] as const)('that holds %s but none of what it needs has left that kind out', async (_, yaml, resource) => {
    const list = (await snapshotOf(service, yaml)).all(resource);
    expect(list).toEqual({ read: false, unread: [{ resource, why: 'not-in-dump' }] });
  });

  it('that holds an Ingress nobody serves may be of a cluster without any IngressClass', async () => {
    const list = (await snapshotOf(service, served.replace(/status:.*/u, ''))).all('ingressclasses');
    expect(list).toEqual({ read: true, value: [] });
  });
});
