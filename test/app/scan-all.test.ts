import { createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { startFakeApiServer, type FakeApiServer } from '../support/fake-api-server.ts';
import { kubeconfigText, temporaryFolder } from '../support/kubeconfig-file.ts';
import { answerInTerminal, runInTerminal } from '../support/run-in-terminal.ts';
import { baseOf } from '../support/scenario.ts';
import { expandCluster } from '../support/scenario-cluster.ts';

const folder = temporaryFolder();
const wrongSelector = { 'Service/web': { spec: { selector: { app: 'wbe' } } } };

describe('a scan of all clusters', () => {
  let broken: FakeApiServer;
  let healthy: FakeApiServer;
  let silent: Server;
  const sockets: Socket[] = [];
  let file = '';

  // What is slow to load is loaded: the time of a test is that of the clusters.
  beforeAll(async () =>
    Promise.all([import('../../src/read/cluster/kube-config.ts'), import('@kubernetes/client-node/dist/config.js')]),
  );

  beforeEach(async () => {
    broken = await startFakeApiServer({ objects: expandCluster(baseOf('web'), [wrongSelector]) });
    healthy = await startFakeApiServer({ objects: expandCluster(baseOf('web'), []) });
    silent = createServer((socket) => sockets.push(socket)).listen(0, '127.0.0.1');
    await once(silent, 'listening');
    file = folder.write(
      'config',
      kubeconfigText({
        healthy: { server: healthy.url },
        gone: { server: 'http://127.0.0.1:1' },
        broken: { server: broken.url },
      }),
    );
  });

  afterEach(async () => {
    for (const socket of sockets.splice(0)) socket.destroy();
    silent.close();
    await Promise.all([broken.stop(), healthy.stop()]);
  });

  const scan = (...words: readonly string[]) => [...words, '--kubeconfig', file, '--timeout', '4'];

  it.each(['scan --all-clusters', 'scan all clusters'])('is one answer, what is broken first: %s', async (words) => {
    const { out, code } = await runInTerminal(scan(...words.split(' ')));
    expect(code).toBe(1);
    const lines = out.split('\n').filter((line) => line !== '');
    expect(lines[0]).toBe('✖ Of 3 clusters: something does not work in broken, and gone could not be read.');
    expect(lines.slice(1, 4)).toEqual(['Cluster broken', '1 of 1 Service does not work in the cluster.', 'shop/web']);
    const [unread, good, commands] = lines.slice(-5);
    expect(unread).toBe('- gone was not read: The API server of gone (127.0.0.1:1) cannot be reached: nothing listens there.');
    expect(good).toBe('- healthy: The one Service in the cluster is healthy.');
    expect(commands).toMatch(/^The commands of a section are for its cluster/u);
    expect(out).toContain('k8s-svc triage web -n shop --cluster broken');
    expect(out).toMatch(/Cluster broken, healthy, read 20/u);
  });

  it('keeps the findings with their cluster, and the state of each', async () => {
    const answer = await answerInTerminal(scan('scan', '--all-clusters'));
    expect(answer.exitCode).toBe(1);
    expect(answer.findings?.map(({ cluster, check }) => `${cluster} ${check}`)).toContain('broken selector-label-typo');
    expect(new Set(answer.findings?.map(({ cluster }) => cluster))).toEqual(new Set(['broken']));
    expect(
      answer.judged?.filter(({ object }) => object.name === 'web').map(({ cluster, status }) => [cluster, status]),
    ).toEqual([
      ['broken', 'critical'],
      ['healthy', 'ok'],
    ]);
    expect(answer.clusters?.map(({ cluster, status, problem }) => [cluster, status, problem?.code])).toEqual([
      ['broken', 'critical', undefined],
      ['gone', 'unread', 'cluster-unreachable'],
      ['healthy', 'ok', undefined],
    ]);
    expect(answer.cluster).toBeUndefined();
  });

  it('reads the others at once, whatever one of them does', async () => {
    const contexts = Object.fromEntries(
      [1, 2, 3, 4].map((n) => [`silent-${n}`, { server: `http://127.0.0.1:${(silent.address() as AddressInfo).port}` }]),
    );
    file = folder.write('config', kubeconfigText({ ...contexts, healthy: { server: healthy.url } }));
    const running = runInTerminal(scan('scan', '--all-clusters'));
    // It is read to the end while the silent ones still have all of their time.
    await expect.poll(() => healthy.requests.length, { timeout: 3_000 }).toBeGreaterThan(15);
    const began = performance.now();
    const { code, out } = await running;
    // Four that are silent are waited for no longer than one.
    expect(performance.now() - began).toBeLessThan(6_000);
    expect(out).toContain('silent-4 was not read: The API server of silent-4 did not answer in time.');
    expect(out).toContain('healthy: The one Service in the cluster is healthy.');
    // Nothing is broken in what was read, and that is not all.
    expect(code).toBe(3);
  });

  it('reports each with its cluster to code scanning and CI', async () => {
    const junit = (await runInTerminal(scan('scan', '--all-clusters', '-o', 'junit'))).out;
    expect(junit).toContain('name="broken/shop"');
    expect(junit).toContain('name="healthy/shop"');
    expect(junit).toMatch(/name="gone"[\s\S]*<error/u);
    const sarif = (await runInTerminal(scan('scan', '--all-clusters', '-o', 'sarif'))).out;
    expect(sarif).toContain('"k8sSvc/v1": "broken/shop/Service/web selector-label-typo"');
    expect(sarif).toContain('Cluster gone was not read: The API server of gone (127.0.0.1:1) cannot be reached');
  });

  it('is of one namespace when that is said, and says where there is none of that name', async () => {
    const answer = await answerInTerminal(scan('scan', '--all-clusters', '-n', 'shp'));
    expect(answer.clusters?.find(({ cluster }) => cluster === 'healthy')?.say).toBe('There is no namespace "shp" in healthy.');
  });

  it('cannot be compared with an earlier one', async () => {
    const before = (await runInTerminal(['scan', '-A', '-o', 'json', '--kubeconfig', file])).out;
    const run = await runInTerminal(scan('scan', '--all-clusters', '--since', folder.write('scan.json', before)));
    expect([run.code, run.err]).toEqual([2, expect.stringContaining('--since compares one cluster.')]);
    const ofAll = (await runInTerminal(scan('scan', '--all-clusters', '-o', 'json'))).out;
    const after = await runInTerminal(['scan', '-A', '--kubeconfig', file, '--since', folder.write('all.json', ofAll)]);
    expect([after.code, after.err]).toEqual([
      2,
      expect.stringContaining('is one of several clusters, and --since compares one.'),
    ]);
  });

  it('is that of the only one where there is one', async () => {
    file = folder.write('config', kubeconfigText({ healthy: { server: healthy.url } }));
    const { out, code } = await runInTerminal(scan('scan', '--all-clusters'));
    expect(code).toBe(0);
    expect(out).toContain('The one Service in the cluster is healthy.');
    expect(out).not.toContain('clusters');
  });
});
