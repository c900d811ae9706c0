import { afterEach, describe, expect, it } from 'vitest';
import { shapeFaults } from '../../../src/core/manifest/shape/shape-faults.ts';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import { hang, startFakeApiServer, type FakeApiServer, type FakeOpenApi } from '../../support/fake-api-server.ts';
import { kubeConfigFor } from '../../support/kube-config.ts';
import { coreDocument } from '../../support/open-api-document.ts';

const servers: FakeApiServer[] = [];
afterEach(async () => Promise.all(servers.splice(0).map((server) => server.stop())));

const old = coreDocument('v1.24.1', {});
const newer = coreDocument('v1.44.0', { trafficSplit: { type: 'string' } });

async function cluster(openApi: () => FakeOpenApi) {
  const server = await startFakeApiServer({ objects: [], openApi });
  servers.push(server);
  let now = 0;
  const { shapes } = createClusterReader({ config: kubeConfigFor(server.url), now: () => now });
  return {
    requests: server.requests,
    pass: (ms: number) => (now += ms),
    ask: (...apiVersions: string[]) => shapes?.(apiVersions, AbortSignal.timeout(5000)),
  };
}

const service = (spec: object) => ({ apiVersion: 'v1', kind: 'Service', metadata: { name: 'web' }, spec: { ...spec } });

describe('the OpenAPI of the cluster', () => {
  it('is read for the groups that are asked for, and kept as the shapes of its kinds', async () => {
    const { ask, requests } = await cluster(() => ({ documents: { 'api/v1': old, 'apis/apps/v1': 500 } }));
    const own = await ask('v1', 'v1', 'example.org/v1');
    expect(own).toHaveLength(1);
    expect(own?.[0]).toMatchObject({ version: 'v1.24.1', kinds: { 'v1/Service': 'core.Service' } });
    expect(own?.[0]?.types['core.ServicePort']).toEqual({
      fields: { name: 'string', protocol: 'string', port: 'integer', targetPort: 'integer|string' },
      required: ['port'],
    });
    expect(requests).toEqual(['GET /openapi/v3', expect.stringMatching(/^GET \/openapi\/v3\/api\/v1\?hash=[0-9A-F]{64}$/u)]);
  });

  it('finds a field that the cluster does not have yet, and takes one that is newer than this program', async () => {
    const before = await (await cluster(() => ({ documents: { 'api/v1': old } }))).ask('v1');
    const after = await (await cluster(() => ({ documents: { 'api/v1': newer } }))).ask('v1');
    expect(shapeFaults(service({ trafficDistribution: 'PreferClose' }), before).map((one) => one.path)).toEqual([
      'spec.trafficDistribution',
    ]);
    expect(shapeFaults(service({ trafficSplit: 'even' }), after)).toEqual([]);
    expect(shapeFaults(service({ trafficSplit: 'even' })).map((one) => one.path)).toEqual(['spec.trafficSplit']);
  });

  it('leaves Secrets alone, whose values would be told', async () => {
    const { ask } = await cluster(() => ({ documents: { 'api/v1': old } }));
    expect((await ask('v1'))?.[0]?.kinds).toEqual({ 'v1/Service': 'core.Service' });
  });

  it('is read once for a hash, and again when the server was upgraded', async () => {
    let document = old;
    const { ask, requests } = await cluster(() => ({ documents: { 'api/v1': document } }));
    await ask('v1');
    await ask('v1');
    expect(requests.filter((one) => one.includes('hash='))).toHaveLength(1);
    document = newer;
    expect((await ask('v1'))?.[0]?.version).toBe('v1.44.0');
    expect(requests.filter((one) => one.includes('hash='))).toHaveLength(2);
  });

  it.each<[string, FakeOpenApi]>([
    ['is forbidden', { index: 403, documents: {} }],
    ['is not served', { index: 404, documents: {} }],
    ['has an index that is no JSON', { index: '<html>', documents: { 'api/v1': old } }],
    ['has an index that is something else', { index: '[1]', documents: { 'api/v1': old } }],
    ['has a document that is forbidden', { documents: { 'api/v1': 403 } }],
    ['has a document that is no JSON', { documents: { 'api/v1': '{"components":' } }],
    ['has a document that is no OpenAPI', { documents: { 'api/v1': { components: 5 } } }],
    ['has a document with nonsense for schemas', { documents: { 'api/v1': { components: { schemas: { a: null } } } } }],
  ])('gives nothing when it %s', async (_, openApi) => {
    const { ask } = await cluster(() => openApi);
    expect(await ask('v1')).toEqual([]);
  });

  it('is not asked again for a minute after it was refused', async () => {
    const { ask, pass, requests } = await cluster(() => ({ index: 403, documents: {} }));
    await ask('v1');
    pass(59_000);
    await ask('v1');
    expect(requests).toHaveLength(1);
    pass(2000);
    await ask('v1');
    expect(requests).toHaveLength(2);
  });

  it('holds nobody up when it is slow, be it the index or a document', async () => {
    const asked = Date.now();
    const index = await cluster(() => ({ index: hang, documents: {} }));
    const document = await cluster(() => ({ documents: { 'api/v1': hang } }));
    expect(await Promise.all([index.ask('v1'), document.ask('v1')])).toEqual([[], []]);
    expect(Date.now() - asked).toBeLessThan(2500);
  });

  it('sends its credentials nowhere else, whatever the index says', async () => {
    const index = JSON.stringify({ paths: { 'api/v1': { serverRelativeURL: 'https://evil.example/openapi?hash=AB' } } });
    const { ask, requests } = await cluster(() => ({ index, documents: { 'api/v1': old } }));
    expect(await ask('v1')).toEqual([]);
    expect(requests).toEqual(['GET /openapi/v3', 'GET /openapi/v3/api/v1?hash=AB']);
  });
});
