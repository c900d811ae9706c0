import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** An API server that answers every request with this status and Status object, and remembers what it was sent. */
async function answering(status: number, body: object) {
  const requests: { readonly line: string; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let sent = '';
    request.on('data', (chunk: Buffer) => (sent += chunk.toString()));
    request.on('end', () => {
      requests.push({ line: `${request.method} ${request.url}`, body: sent });
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  stops.push(() => server.close());
  const { port } = server.address() as AddressInfo;
  const reader = createClusterReader({ config: kubeConfigFor(`http://127.0.0.1:${port}`), now: () => 0 });
  const object = { apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ports: [{ port: 80 }] } };
  const outcome = await reader.dryRun?.(object, 'shop', AbortSignal.timeout(5000));
  return { outcome, requests };
}

describe('a dry run', () => {
  it('asks for the creation with dryRun=All and strict fields, and for nothing else', async () => {
    const { outcome, requests } = await answering(201, { kind: 'Service' });
    expect(outcome).toEqual({ is: 'accepted' });
    expect(requests.map((one) => one.line)).toEqual([
      'POST /api/v1/namespaces/shop/services?dryRun=All&fieldValidation=Strict&fieldManager=k8s-svc',
    ]);
    expect(JSON.parse(requests[0]?.body ?? '')).toMatchObject({ kind: 'Service', metadata: { name: 'web' } });
  });

  it('that RBAC forbids names the permission to grant', async () => {
    const message =
      'services is forbidden: User "bot" cannot create resource "services" in API group "" in the namespace "shop"';
    const { outcome } = await answering(403, { kind: 'Status', reason: 'Forbidden', message });
    expect(outcome).toEqual({ is: 'forbidden', grant: 'create services in namespace shop' });
  });

  it('that is refused says which field and why, in the words of the API server', async () => {
    const causes = [{ field: 'spec.ports[0].nodePort', message: 'Invalid value: 30080: provided port is already allocated' }];
    const { outcome } = await answering(422, { kind: 'Status', reason: 'Invalid', message: 'x', details: { causes } });
    expect(outcome).toEqual({
      is: 'refused',
      faults: [
        {
          path: 'spec.ports[0].nodePort',
          rule: 'is refused by the API server: Invalid value: 30080: provided port is already allocated',
        },
      ],
    });
  });

  it('that an admission plug-in refuses is a refusal and no missing permission', async () => {
    const message = 'admission webhook "policy.example" denied the request: no LoadBalancer here';
    const { outcome } = await answering(403, { kind: 'Status', reason: 'Forbidden', message });
    expect(outcome).toMatchObject({ is: 'refused', faults: [{ rule: `is refused by the API server: ${message}` }] });
  });

  it('of a server that is ill is no verdict', async () => {
    expect((await answering(503, { kind: 'Status' })).outcome).toEqual({
      is: 'unavailable',
      because: 'The API server answered 503.',
    });
  });
});
