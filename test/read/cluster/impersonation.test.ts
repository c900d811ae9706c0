import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { Problem } from '../../../src/core/problem/problem.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';

const stops: (() => void)[] = [];
afterEach(() => stops.splice(0).forEach((stop) => stop()));

/** An API server that has nothing, and what the requests to it said of themselves. */
async function serve(refusal?: string) {
  const seen: { readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  const server = createServer((request, response) => {
    seen.push({ path: request.url ?? '', headers: request.headers });
    response.writeHead(refusal === undefined ? 200 : 403, { 'content-type': 'application/json' });
    response.end(
      JSON.stringify(
        refusal === undefined ? { items: [], groups: [{ name: 'apps' }] } : { reason: 'Forbidden', message: refusal },
      ),
    );
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  stops.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const config = kubeConfigFor(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, 'of-the-bot');
  return { seen, reader: createClusterReader({ config, now: () => 0 }) };
}

const signal = () => AbortSignal.timeout(5_000);
const jane = { user: 'jane@example.com', groups: ['shop', 'web'] };
const john = { user: 'john@example.com', groups: [] };

describe('a reader for somebody', () => {
  it('asks in their name over the login of the account, every time', async () => {
    const { seen, reader } = await serve();
    await reader.as?.(jane).read({ kind: 'cluster' }, ['services', 'gateways'], signal());
    await reader.as?.(jane).findServices('web', signal());
    expect(seen.length).toBeGreaterThan(2);
    for (const { headers } of seen) {
      expect(headers).toMatchObject({ authorization: 'Bearer of-the-bot', 'impersonate-user': 'jane@example.com' });
      // Node joins what is sent twice.
      expect(headers['impersonate-group']).toBe('shop, web');
    }
  });

  it('leaves the account its own name, and each person theirs', async () => {
    const { seen, reader } = await serve();
    await Promise.all([
      reader.as?.(jane).read({ kind: 'cluster' }, ['services'], signal()),
      reader.read({ kind: 'cluster' }, ['pods'], signal()),
      reader.as?.(john).read({ kind: 'cluster' }, ['nodes'], signal()),
    ]);
    const named = seen.map(({ path, headers }) => `${path.replace(/\?.*/u, '')} ${String(headers['impersonate-user'])}`).sort();
    expect(named).toEqual(['/api/v1/nodes john@example.com', '/api/v1/pods undefined', '/api/v1/services jane@example.com']);
  });

  it('shares nothing that was read with anybody else', async () => {
    const { seen, reader } = await serve();
    const groups = () => seen.filter(({ path }) => path === '/apis').map(({ headers }) => headers['impersonate-user']);
    for (const who of [jane, john, jane]) await reader.as?.(who).read({ kind: 'cluster' }, ['gateways'], signal());
    expect(groups()).toEqual(['jane@example.com', 'john@example.com']);
    expect(reader.as?.(jane)).toBe(reader.as?.({ ...jane }));
    expect(reader.as?.(jane)).not.toBe(reader.as?.({ ...jane, groups: ['shop'] }));
  });

  it.each([
    ['users', 'users "jane" is forbidden: User "bot" cannot impersonate resource "users" in API group ""'],
    ['groups', 'groups "web" is forbidden: User "bot" cannot impersonate resource "groups" in API group ""'],
    ['users and groups', 'services is forbidden: User "bot" cannot impersonate-on:user-info:list resource "services"'],
  ])('says what the account lacks when it may ask for nobody: %s', async (what, refusal) => {
    const { reader } = await serve(refusal);
    const thrown = await reader
      .as?.(jane)
      .read({ kind: 'cluster' }, ['services'], signal())
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(Problem);
    expect(thrown).toMatchObject({
      code: 'cluster-forbidden',
      say: 'The account of k8s-svc may not ask the API server in the name of others.',
      next: [`Grant it the verb impersonate on ${what} (docs/access.md has the rule).`],
    });
  });

  it('takes no refusal of the person for one of the account', async () => {
    const { reader } = await serve(
      'services is forbidden: User "impersonated" cannot list resource "services" in API group ""',
    );
    const thrown = await reader
      .as?.(jane)
      .read({ kind: 'cluster' }, ['services'], signal())
      .catch((error: unknown) => error);
    expect(thrown).toMatchObject({ say: 'jane@example.com may read nothing of this in test.' });
  });
});
