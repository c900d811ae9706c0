import { mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readerOf, type Clusters } from '../../src/app/clusters.ts';
import { openClusters } from '../../src/bin/open-clusters.ts';
import { clustersSection } from '../../src/config/sections/clusters.ts';
import { startFakeApiServer, type FakeApiServer } from '../support/fake-api-server.ts';
import { kubeconfigText, temporaryFolder } from '../support/kubeconfig-file.ts';

const none = { from: [], offline: false };
const readStdin = () => Promise.resolve('');
const closed = 'http://127.0.0.1:1';
const folder = temporaryFolder();

function inFolder(): Clusters {
  return openClusters(none, readStdin, clustersSection.parse({ folder: folder.path('clusters') }));
}

const refusal = (clusters: Clusters, word: string) =>
  readerOf(clusters, word).then(
    (reader) => reader.cluster,
    ({ say, next }: { say: string; next: readonly string[] }) => [say, ...next].join(' '),
  );

describe('the contexts of a kubeconfig', () => {
  afterEach(() => vi.unstubAllEnvs());

  it('are all clusters, over several files, and the current one of the first file is the default', () => {
    const one = folder.write('one', kubeconfigText({ staging: { server: closed }, dev: { server: closed } }, null));
    const two = folder.write('two', kubeconfigText({ prod: { server: closed }, staging: { server: closed } }));
    const three = folder.write('three', kubeconfigText({ test: { server: closed } }));
    vi.stubEnv('KUBECONFIG', [one, folder.path('not-there'), two, three].join(':'));
    const clusters = openClusters(none, readStdin);
    expect(clusters.names).toEqual(['staging', 'dev', 'prod', 'test']);
    expect(clusters.defaultName).toBe('prod');
    expect(openClusters({ ...none, context: 'dev' }, readStdin).defaultName).toBe('dev');
  });

  it('go to the server that the first file has for a name, as with kubectl', async () => {
    const server = await startFakeApiServer({ objects: [] });
    const one = folder.write('one', kubeconfigText({ prod: { server: server.url } }));
    const two = folder.write('two', kubeconfigText({ prod: { server: closed }, staging: { server: closed } }));
    vi.stubEnv('KUBECONFIG', `${one}:${two}`);
    const reader = await readerOf(openClusters(none, readStdin), 'prod');
    await reader.findServices('web', AbortSignal.timeout(5_000));
    await server.stop();
    expect(server.requests).toHaveLength(1);
  });

  it('say what is near, or what there is, for one that is not there', async () => {
    const file = folder.write('config', kubeconfigText({ 'prod-eu': { server: closed }, staging: { server: closed } }));
    const clusters = openClusters({ ...none, kubeconfig: file }, readStdin);
    expect(await refusal(clusters, 'prod')).toBe('There is no cluster "prod" here. Did you mean prod-eu?');
    expect(await refusal(clusters, 'moon')).toBe('There is no cluster "moon" here. There are: prod-eu, staging');
    expect(await refusal(openClusters({ ...none, kubeconfig: file, context: 'prod' }, readStdin), 'prod')).toBe(
      'There is no context "prod" in the kubeconfig. Did you mean prod-eu?',
    );
  });

  it('are known by what people call the cluster of a context that a tool has named', async () => {
    const eks = 'arn:aws:eks:eu-west-1:123456789012:cluster/prod';
    const file = folder.write('config', kubeconfigText({ 'kind-dev': { server: closed }, [eks]: { server: closed } }));
    const clusters = openClusters({ ...none, kubeconfig: file }, readStdin);
    expect(await refusal(clusters, 'dev')).toBe('kind-dev');
    expect(await refusal(clusters, 'prod')).toBe(eks);
  });
});

describe('the section clusters', () => {
  let server: FakeApiServer;
  beforeEach(async () => {
    server = await startFakeApiServer({ objects: [] });
  });
  afterEach(async () => {
    await server.stop();
    vi.unstubAllEnvs();
  });

  it('names clusters, with aliases and a default, and opens none before it is asked', async () => {
    const file = folder.write('two', kubeconfigText({ a: { server: server.url }, b: { server: closed } }));
    const clusters = openClusters(
      none,
      readStdin,
      clustersSection.parse({
        default: 's',
        list: [
          { name: 'prod', kubeconfig: file, context: 'a', aliases: ['p', 'live'] },
          { name: 'staging', kubeconfig: file, context: 'b', aliases: ['s'] },
          { name: 'here', inCluster: true },
          { name: 'gone', kubeconfig: folder.path('not-there') },
        ],
      }),
    );
    expect(clusters.names).toEqual(['prod', 'staging', 'here', 'gone']);
    expect(clusters.defaultName).toBe('staging');
    expect([...(clusters.aliases ?? [])]).toEqual([
      ['p', 'prod'],
      ['live', 'prod'],
      ['s', 'staging'],
    ]);
    const reader = await readerOf(clusters, 'P');
    expect(reader.cluster).toBe('prod');
    expect(server.requests).toEqual([]);
    await reader.findServices('web', AbortSignal.timeout(5_000));
    expect(server.requests).toHaveLength(1);
    expect(await refusal(clusters, 'liv')).toBe('There is no cluster "liv" here. Did you mean live?');
    expect(await refusal(clusters, 'gone')).toContain('cannot be read. The file does not exist.');
    folder.write('not-there', kubeconfigText({ x: { server: closed } }));
    expect(await refusal(clusters, 'gone')).toBe('gone');
  });

  it('takes what is mounted as Secrets: a file each, or a folder each, by names that are unique', () => {
    mkdirSync(folder.path('clusters/..data'), { recursive: true });
    folder.write('clusters/..data/kubeconfig', 'not looked at');
    folder.write('clusters/prod.yaml', kubeconfigText({ 'admin@kubernetes': { server: closed } }));
    folder.write('clusters/staging.yaml', kubeconfigText({ 'admin@kubernetes': { server: closed } }));
    folder.write('clusters/edge/value', kubeconfigText({ 'edge-admin': { server: closed } }));
    folder.write('clusters/several', kubeconfigText({ blue: { server: closed }, green: { server: closed } }));
    folder.write('clusters/twins', kubeconfigText({ blue: { server: closed }, red: { server: closed } }));
    folder.write('clusters/README.md', '# no kubeconfig');
    const clusters = inFolder();
    expect(clusters.names).toEqual(['edge', 'prod', 'several-blue', 'green', 'staging', 'twins-blue', 'red']);
    expect([...(clusters.aliases ?? [])]).toEqual([['edge-admin', 'edge']]);
    expect(clusters.defaultName).toBe('edge');
  });

  it('notices files that come, change and go', () => {
    vi.useFakeTimers({ toFake: ['Date'] });
    try {
      const later = () => vi.setSystemTime(Date.now() + 1_001);
      folder.write('clusters/prod.yaml', kubeconfigText({ prod: { server: closed } }));
      const clusters = inFolder();
      expect(clusters.names).toEqual(['prod']);
      folder.write('clusters/staging.yaml', kubeconfigText({ one: { server: closed }, two: { server: closed } }));
      later();
      expect(clusters.names).toEqual(['prod', 'one', 'two']);
      // As a mounted Secret changes: the link leads to another folder.
      folder.write(
        'new/staging.yaml',
        kubeconfigText({ one: { server: closed }, two: { server: closed }, three: { server: closed } }),
      );
      rmSync(folder.path('clusters/staging.yaml'));
      symlinkSync(folder.path('new/staging.yaml'), folder.path('clusters/staging.yaml'));
      later();
      expect(clusters.names).toEqual(['prod', 'one', 'two', 'three']);
      // Half written: what it led to a moment ago is still the best there is.
      folder.write('new/half.yaml', 'contexts: [');
      renameSync(folder.path('new/half.yaml'), folder.path('new/staging.yaml'));
      later();
      expect(clusters.names).toEqual(['prod', 'one', 'two', 'three']);
      rmSync(folder.path('clusters/staging.yaml'));
      later();
      expect(clusters.names).toEqual(['prod']);
    } finally {
      vi.useRealTimers();
    }
  });

  it('asks no other in place of a default that is not there', async () => {
    folder.write('clusters/prod.yaml', kubeconfigText({ prod: { server: closed } }));
    const clusters = openClusters(none, readStdin, clustersSection.parse({ default: 'live', folder: folder.path('clusters') }));
    expect(clusters.defaultName).toBe('live');
    await expect(readerOf(clusters, undefined)).rejects.toMatchObject({ say: 'There is no cluster "live" here.' });
  });

  it('gives way to the flags of the terminal', () => {
    const file = folder.write('config', kubeconfigText({ mine: { server: closed } }));
    const section = clustersSection.parse({ list: [{ name: 'prod' }] });
    expect(openClusters({ ...none, kubeconfig: file }, readStdin, section).names).toEqual(['mine']);
    expect(openClusters({ ...none, offline: true }, readStdin, section).names).toEqual([]);
    vi.stubEnv('KUBECONFIG', file);
    expect(openClusters(none, readStdin, clustersSection.parse({})).names).toEqual(['mine']);
    const two = folder.write('config', kubeconfigText({ mine: { server: closed }, other: { server: closed } }));
    vi.stubEnv('KUBECONFIG', two);
    expect(openClusters(none, readStdin, clustersSection.parse({ default: 'other' })).defaultName).toBe('other');
  });

  it.each([
    [{ list: [{ name: 'a' }, { name: 'A' }] }, 'list.1.name'],
    [{ list: [{ name: 'a', aliases: ['b'] }, { name: 'b' }] }, 'list.1.name'],
    [{ list: [{ name: 'a', aliases: ['x', 'x'] }] }, 'list.0.aliases.1'],
    [{ list: [{ name: 'a b' }] }, 'list.0.name'],
    [{ list: [{ name: 'a', inCluster: true, context: 'x' }] }, 'list.0.inCluster'],
    [{ list: [{ name: 'a', deadlineMs: 0 }] }, 'list.0.deadlineMs'],
    [{ default: 'b', list: [{ name: 'a', aliases: ['x'] }] }, 'default'],
  ])('refuses %j with the key', (section, key) => {
    const { error } = clustersSection.safeParse(section);
    expect(error?.issues.map(({ path }) => path.join('.'))).toEqual([key]);
  });
});
