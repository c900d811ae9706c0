import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parseDump } from '../../src/read/files/parse-dump.ts';
import { startFakeApiServer, type FakeApiServer } from '../support/fake-api-server.ts';
import { shopDump } from '../support/shop-dump.ts';
import { startProgram, stopPrograms } from '../support/start-program.ts';

describe('k8s-svc serve with a watch cache', () => {
  let server: FakeApiServer;
  let folder: string;
  beforeEach(async () => {
    server = await startFakeApiServer({ objects: parseDump({ name: 'shop', text: shopDump }) });
    folder = mkdtempSync(join(tmpdir(), 'k8s-svc-'));
    writeFileSync(join(folder, 'kubeconfig'), JSON.stringify(kubeconfig(server.url)));
  });
  afterEach(async () => {
    stopPrograms();
    await server.stop();
    rmSync(folder, { recursive: true });
  });
  const serve = (env: Readonly<Record<string, string>>) =>
    startProgram(['--kubeconfig', join(folder, 'kubeconfig'), '--port', '0'], env);

  it('watches before the first question, says so in the log, and ends with its watches', async () => {
    const { child, ended, saying } = serve({ K8S_SVC_CACHE: 'on', K8S_SVC_LOG_LEVEL: 'debug' });
    await server.watches.until(({ watching }) => watching > 20);
    await saying(/watch cache of test: \d+ kinds are up to date/u);
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0 });
    await server.watches.until(({ watching }) => watching === 0);
    // The cache lists everything; whoever asks for it lists a namespace.
    expect(server.requests.filter((one) => one.includes('/namespaces/'))).toEqual([]);
  });

  it('ends with its watches when its page cannot start', async () => {
    const taken = new URL(server.url).port;
    const { ended } = startProgram(['--kubeconfig', join(folder, 'kubeconfig'), '--port', taken], { K8S_SVC_CACHE: 'on' });
    const { code, said } = await ended;
    expect(code).not.toBe(0);
    expect(said).toContain(taken);
  });

  it('does not watch when nobody has asked for it', async () => {
    const { child, ended, saying } = serve({});
    await saying(/playground: http/u);
    child.kill('SIGINT');
    await ended;
    expect(server.requests).toEqual([]);
  });
});

function kubeconfig(url: string): object {
  return {
    apiVersion: 'v1',
    kind: 'Config',
    'current-context': 'test',
    clusters: [{ name: 'test', cluster: { server: url, 'insecure-skip-tls-verify': true } }],
    users: [{ name: 'test', user: { token: 'token-for-tests' } }],
    contexts: [{ name: 'test', context: { cluster: 'test', user: 'test' } }],
  };
}
