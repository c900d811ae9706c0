import { chmodSync, readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Reader } from '../../../src/core/model/reader.ts';
import { createClusterReader } from '../../../src/read/cluster/cluster-reader.ts';
import { openConfigSource } from '../../../src/read/cluster/config-source.ts';
import { loadKubeConfig } from '../../../src/read/cluster/kube-config.ts';
import { startFakeApiServer, type FakeApiServer } from '../../support/fake-api-server.ts';
import { kubeconfigText, temporaryFolder } from '../../support/kubeconfig-file.ts';

const folder = temporaryFolder();

/** A login plug-in that counts its starts and gives the credential of now. */
const plugin = `#!/usr/bin/env node
const fs = require('node:fs');
const here = __dirname;
fs.appendFileSync(here + '/starts', '.');
process.stdout.write(fs.readFileSync(here + '/credential', 'utf8'));
`;

describe('a reader that lives long', () => {
  let server: FakeApiServer;
  let token = 'first';
  let now = 0;
  beforeEach(async () => {
    token = 'first';
    now = 1_000_000;
    server = await startFakeApiServer({ objects: [], token: () => token });
  });
  afterEach(async () => server.stop());

  async function open(file: string): Promise<Reader> {
    const source = await openConfigSource({ load: () => loadKubeConfig({ file }), files: [file], now: () => now });
    return createClusterReader({ config: await source.current(), source, now: () => now });
  }

  const ask = async (reader: Reader) =>
    reader.findServices('web', AbortSignal.timeout(5_000)).then(
      ({ read }) => (read ? 'answered' : 'unread'),
      (problem: { code: string }) => problem.code,
    );

  it('reads a token file again when its token is refused, long before its minute is over', async () => {
    // As `kubectl create token > file` writes it.
    folder.write('token', 'first\n');
    const reader = await open(
      folder.write('config', kubeconfigText({ prod: { server: server.url, user: { tokenFile: 'token' } } })),
    );
    expect(await ask(reader)).toBe('answered');
    folder.write('token', 'second\n');
    token = 'second';
    expect(await ask(reader)).toBe('answered');
  });

  it('takes over a kubeconfig that has been replaced: another token, another server', async () => {
    const file = folder.write('config', kubeconfigText({ prod: { server: server.url, user: { token: 'first' } } }));
    const reader = await open(file);
    expect(await ask(reader)).toBe('answered');
    const moved = await startFakeApiServer({ objects: [], token: 'moved' });
    folder.write('config', kubeconfigText({ prod: { server: moved.url, user: { token: 'moved' } } }));
    now += 1_000;
    expect(await ask(reader)).toBe('answered');
    await moved.stop();
    expect(moved.requests).toHaveLength(1);
  });

  it('goes on with what it had while the kubeconfig cannot be read', async () => {
    const file = folder.write('config', kubeconfigText({ prod: { server: server.url, user: { token: 'first' } } }));
    const reader = await open(file);
    folder.write('config', 'clusters: [');
    now += 1_000;
    expect(await ask(reader)).toBe('answered');
    token = 'second';
    folder.write('config', kubeconfigText({ prod: { server: server.url, user: { token: 'second' } } }));
    now += 1_000;
    expect(await ask(reader)).toBe('answered');
  });

  async function openWithPlugin(): Promise<Reader> {
    chmodSync(folder.write('plugin.cjs', plugin), 0o700);
    const exec = {
      apiVersion: 'client.authentication.k8s.io/v1',
      interactiveMode: 'Never',
      command: folder.path('plugin.cjs'),
    };
    return open(folder.write('config', kubeconfigText({ prod: { server: server.url, user: { exec } } })));
  }
  const gives = (status: object) => folder.write('credential', JSON.stringify({ kind: 'ExecCredential', status }));
  const starts = () => readFileSync(folder.path('starts'), 'utf8').length;

  it('starts a login plug-in again when what it gave has expired', async () => {
    gives({ token: 'first', expirationTimestamp: new Date(Date.now() - 1_000).toISOString() });
    const reader = await openWithPlugin();
    expect(await ask(reader)).toBe('answered');
    gives({ token: 'second', expirationTimestamp: new Date(Date.now() + 60_000).toISOString() });
    token = 'second';
    expect(await ask(reader)).toBe('answered');
    expect(await ask(reader)).toBe('answered');
    expect(starts()).toBe(2);
  });

  it('starts it again when a credential without an end is refused, once for all requests that were', async () => {
    gives({ token: 'first' });
    const reader = await openWithPlugin();
    expect(await ask(reader)).toBe('answered');
    gives({ token: 'second' });
    token = 'second';
    expect(await Promise.all([ask(reader), ask(reader), ask(reader)])).toEqual(['answered', 'answered', 'answered']);
    expect(starts()).toBe(2);
  });

  it('does not start it for every request when its credentials are wrong for good', async () => {
    gives({ token: 'wrong' });
    const reader = await openWithPlugin();
    for (let time = 0; time < 4; time += 1) expect(await ask(reader)).toBe('cluster-forbidden');
    expect(starts()).toBe(2);
    gives({ token: 'first' });
    now += 10_000;
    expect(await ask(reader)).toBe('answered');
    expect(starts()).toBe(3);
  });

  it('renews for everybody in whose name it asks', async () => {
    gives({ token: 'first' });
    const reader = await openWithPlugin();
    const jane = reader.as?.({ user: 'jane', groups: [] }) ?? reader;
    expect(await ask(jane)).toBe('answered');
    gives({ token: 'second' });
    token = 'second';
    expect([await ask(jane), await ask(reader)]).toEqual(['answered', 'answered']);
    expect(starts()).toBe(2);
  });

  it('gets on when the API server has been restarted', async () => {
    const reader = await open(
      folder.write('config', kubeconfigText({ prod: { server: server.url, user: { token: 'first' } } })),
    );
    expect(await ask(reader)).toBe('answered');
    const port = Number(new URL(server.url).port);
    await server.stop();
    expect(await ask(reader)).toBe('cluster-unreachable');
    server = await startFakeApiServer({ objects: [], token: 'first', port });
    expect(await ask(reader)).toBe('answered');
  });
});
