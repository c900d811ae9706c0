import { describe, expect, it } from 'vitest';
import { backendsOf, countBackends } from '../../../../src/core/model/endpoints/backends.ts';
import { serviceIn, snapshotOf } from '../../../support/snapshot-of.ts';

const service = (spec: string) => `
apiVersion: v1
kind: Service
metadata: { name: web, namespace: shop }
spec: ${spec}
`;
const slice = (name: string, ports: string, endpoints: readonly string[]) => `
apiVersion: discovery.k8s.io/v1
kind: EndpointSlice
metadata: { name: ${name}, namespace: shop, labels: { kubernetes.io/service-name: web } }
addressType: IPv4
ports: ${ports}
endpoints: [${endpoints.join(', ')}]
`;
const endpoint = (address: string, conditions: string, pod?: string) =>
  `{ addresses: ['${address}'], conditions: ${conditions}${pod === undefined ? '' : `, targetRef: { kind: Pod, name: ${pod}, namespace: shop, uid: uid-${pod} }`} }`;

async function backends(spec: string, ...slices: readonly string[]) {
  const snapshot = await snapshotOf(service(spec), ...slices);
  const list = snapshot.in('endpointslices', 'shop');
  return backendsOf(serviceIn(snapshot, 'web'), list.read ? list.value : []);
}

const clusterIp = '{ clusterIP: 10.0.0.1, selector: { app: web }, ports: [{ port: 80 }] }';
const port = "[{ name: '', port: 80, protocol: TCP }]";

describe('backendsOf', () => {
  it.each([
    ['{ ready: true }', 'ready', 1, 1],
    ['{ }', 'ready', 1, 1],
    ['{ ready: false, serving: false, terminating: false }', 'not ready', 0, 1],
    ['{ ready: false, serving: true, terminating: true }', 'terminating, still serving', 0, 0],
    ['{ ready: false, serving: false, terminating: true }', 'terminating', 0, 0],
    // publishNotReadyAddresses keeps a terminating endpoint ready.
    ['{ ready: true, serving: true, terminating: true }', 'ready', 1, 1],
  ])('reads the conditions %s as %s', async (conditions, state, ready, total) => {
    const found = await backends(clusterIp, slice('a', port, [endpoint('10.1.0.1', conditions, 'web-0')]));
    expect(found).toMatchObject([{ name: 'web-0', state }]);
    expect(countBackends(found)).toEqual({ ready, total });
  });

  it('counts a pod once that stands in several slices', async () => {
    const one = endpoint('10.1.0.1', '{ ready: true }', 'web-0');
    const other = endpoint('fd00::1', '{ ready: true }', 'web-0');
    const found = await backends(clusterIp, slice('a', port, [one]), slice('b', port, [other]));
    expect(found).toMatchObject([{ name: 'web-0', addresses: ['10.1.0.1', 'fd00::1'] }]);
  });

  it('names an endpoint without an object by its address', async () => {
    expect(await backends(clusterIp, slice('a', port, [endpoint('192.168.0.9', '{ }')]))).toMatchObject([
      { name: '192.168.0.9' },
    ]);
  });

  it('sends nothing to a ready endpoint whose slice lists no port', async () => {
    const found = await backends(clusterIp, slice('a', 'null', [endpoint('10.1.0.1', '{ ready: true }', 'web-0')]));
    expect(countBackends(found)).toEqual({ ready: 0, total: 1 });
  });

  it('needs no port for a headless Service without ports', async () => {
    const found = await backends(
      '{ clusterIP: None, selector: { app: web } }',
      slice('a', 'null', [endpoint('10.1.0.1', '{ ready: true }', 'web-0')]),
    );
    expect(countBackends(found)).toEqual({ ready: 1, total: 1 });
  });

  it('sorts web-2 before web-10', async () => {
    const found = await backends(
      clusterIp,
      slice('a', port, [endpoint('10.1.0.10', '{ }', 'web-10'), endpoint('10.1.0.2', '{ }', 'web-2')]),
    );
    expect(found.map((one) => one.name)).toEqual(['web-2', 'web-10']);
  });
});
