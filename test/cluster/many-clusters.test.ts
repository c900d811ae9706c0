import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse, stringify } from 'yaml';
import { openClusters } from '../../src/bin/open-clusters.ts';
import { makeAssistant } from '../../src/bin/make-assistant.ts';
import { parseWords } from '../../src/core/ask/parse-words.ts';
import { clustersSection } from '../../src/config/sections/clusters.ts';
import { toJson } from '../../src/render/json/render-json.ts';
import type { Assistant } from '../../src/app/assistant.ts';
import { waitFor } from './control-plane/wait-for.ts';
import { kubeconfigs, kubectl } from './support/cluster.ts';
import { startStoppableProxy, type StoppableProxy } from './support/stoppable-proxy.ts';
import { askCli } from './support/run-cli.ts';
import { applyWorkloads } from './support/workloads.ts';

interface Kubeconfig {
  readonly clusters: readonly [{ readonly cluster: { readonly server: string } }];
  readonly users: readonly [{ readonly user: object }];
}

const folder = mkdtempSync(join(tmpdir(), 'k8s-svc-clusters-'));
const controlPlane = dirname(kubeconfigs.admin);
const admin = parse(readFileSync(kubeconfigs.admin, 'utf8')) as Kubeconfig;
const apiServer = Number(new URL(admin.clusters[0].cluster.server).port);
const adminUser = admin.users[0].user;
const authority = join(controlPlane, 'ca.crt');
let proxy: StoppableProxy;

/** A kubeconfig of one context a name, each to a port of loopback. */
function write(file: string, contexts: Readonly<Record<string, { readonly port: number; readonly user?: object }>>): string {
  const all = Object.entries(contexts);
  const path = join(folder, file);
  const content = {
    'current-context': all[0]?.[0],
    clusters: all.map(([name, { port }]) => ({
      name,
      cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority': authority },
    })),
    users: all.map(([name, { user = adminUser }]) => ({ name, user })),
    contexts: all.map(([name]) => ({ name, context: { cluster: name, user: name } })),
  };
  writeFileSync(path, stringify(content), { mode: 0o600 });
  return path;
}

function assistantOf(section: object): Assistant {
  const none = { from: [], offline: false };
  return makeAssistant(openClusters(none, () => Promise.resolve(''), clustersSection.parse(section)));
}

async function ask(assistant: Assistant, words: string) {
  const began = performance.now();
  const answer = await assistant.answer(parseWords(words), { signal: AbortSignal.timeout(20_000), requestId: 'r1' });
  return { ...toJson(answer), tookMs: performance.now() - began };
}

const triage = 'triage web -n payments';
const healthy = expect.objectContaining({ intent: 'triage', cluster: 'prod' }) as unknown;
const isHealthy = async (assistant: Assistant) => {
  const { problem, headline } = await ask(assistant, triage);
  return problem === undefined ? 'answered' : headline;
};

beforeAll(async () => {
  proxy = await startStoppableProxy(apiServer);
  await applyWorkloads('access');
});
afterAll(async () => {
  await proxy.stop();
  rmSync(folder, { recursive: true, force: true });
});

describe('two clusters, one of which never answers', () => {
  it('gets a section or a line each from scan --all-clusters', async () => {
    const silent = await startStoppableProxy(apiServer);
    silent.silence();
    const file = write('two', { silent: { port: silent.port }, prod: { port: apiServer } });
    const run = await askCli(['scan', '--all-clusters', '-n', 'payments', '--timeout', '5'], file);
    await silent.stop();
    expect(run.answer.text).toContain('silent was not read: The API server of silent did not answer in time.');
    expect(run.answer.text).toMatch(/prod: (?:The one Service|All \d+ Services) in namespace payments (?:is|are) healthy/u);
    expect(run.code).toBe(3);
  });

  it('answers from the other at once meanwhile, and tells at once that the silent one is silent, until it is back', async () => {
    const silent = await startStoppableProxy(apiServer);
    const file = write('two', { prod: { port: apiServer }, quiet: { port: silent.port } });
    const list = ['prod', 'quiet'].map((name) => ({ name, context: name, kubeconfig: file, aliases: [name[0]] }));
    const assistant = assistantOf({ deadlineMs: 1_500, list });
    expect(await ask(assistant, `${triage} --cluster q`)).toMatchObject({ cluster: 'quiet' });
    silent.silence();
    const waiting = ask(assistant, `${triage} --cluster quiet`);
    let isOver = false;
    void waiting.then(() => (isOver = true));
    expect(await ask(assistant, triage)).toEqual(healthy);
    expect(isOver).toBe(false);
    expect((await waiting).headline).toBe('The API server of quiet did not answer in time.');
    for (let time = 0; time < 2; time += 1) await ask(assistant, `${triage} --cluster quiet`);
    const told = await ask(assistant, `${triage} --cluster quiet`);
    expect(told.headline).toMatch(/^Cluster quiet has not answered since \d\d:\d\d UTC \(\d+s\); next try in \d s\.$/u);
    expect(told.text).toContain('--cluster prod');
    expect(told.tookMs).toBeLessThan(1_000);
    await silent.stop();
    await silent.start();
    await waitFor('the silent cluster is back', async () => {
      const { problem, headline } = await ask(assistant, `${triage} --cluster quiet`);
      if (problem !== undefined) throw new Error(headline);
    });
    await silent.stop();
  });
});

describe('a cluster goes on without a restart of k8s-svc', () => {
  const prod = (kubeconfig: string) => assistantOf({ list: [{ name: 'prod', kubeconfig }] });

  it('when its API server has been stopped and started', async () => {
    const assistant = prod(write('proxied', { prod: { port: proxy.port } }));
    expect(await isHealthy(assistant)).toBe('answered');
    await proxy.stop();
    expect(await isHealthy(assistant)).toBe(
      `The API server of prod (127.0.0.1:${proxy.port}) cannot be reached: nothing listens there.`,
    );
    await proxy.start();
    expect(await isHealthy(assistant)).toBe('answered');
  });

  it('when its connections were cut', async () => {
    const assistant = prod(write('cut', { prod: { port: proxy.port } }));
    expect(await isHealthy(assistant)).toBe('answered');
    await proxy.stop();
    await proxy.start();
    expect(await isHealthy(assistant)).toBe('answered');
  });

  it('when the token of its service account is rotated', async () => {
    const newToken = async (secret: string) => {
      await kubectl(['create', 'secret', 'generic', secret, '--namespace=kube-system']);
      const bound = ['--bound-object-kind=Secret', `--bound-object-name=${secret}`];
      return (await kubectl(['create', 'token', 'k8s-svc', '--namespace=kube-system', ...bound])).trim();
    };
    const old = await newToken('rotation-1');
    writeFileSync(join(folder, 'token'), old);
    const file = write('rotated', { prod: { port: apiServer, user: { tokenFile: 'token' } } });
    const assistant = prod(file);
    expect(await isHealthy(assistant)).toBe('answered');
    await kubectl(['delete', 'secret', 'rotation-1', '--namespace=kube-system']);
    // The API server remembers a token that it took for ten seconds.
    const stale = write('stale', { prod: { port: apiServer, user: { token: old } } });
    await waitFor('the old token is refused', async () => {
      if ((await isHealthy(prod(stale))) === 'answered') throw new Error('it is still taken');
    });
    writeFileSync(join(folder, 'token'), await newToken('rotation-2'));
    expect(await isHealthy(assistant)).toBe('answered');
    await kubectl(['delete', 'secret', 'rotation-2', '--namespace=kube-system']);
  });

  const right = () => ({
    certificate: readFileSync(join(controlPlane, 'client.crt'), 'utf8'),
    key: readFileSync(join(controlPlane, 'client.key'), 'utf8'),
  });
  /** One that the API server takes no more. */
  function wrong(): { readonly certificate: string; readonly key: string } {
    const [certificate, key] = [join(folder, 'other.crt'), join(folder, 'other.key')];
    const subject = ['-subj', '/O=k8s-svc-readers/CN=certificate-reader', '-days', '2'];
    const make = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', ...subject];
    execFileSync('openssl', [...make, '-out', certificate, '-keyout', key], { stdio: 'pipe' });
    return { certificate: readFileSync(certificate, 'utf8'), key: readFileSync(key, 'utf8') };
  }
  const refused = /does not accept the credentials/u;

  it('when its client certificate is renewed in the files that the kubeconfig names', async () => {
    const put = ({ certificate, key }: ReturnType<typeof wrong>) => {
      writeFileSync(join(folder, 'tls.crt'), certificate);
      writeFileSync(join(folder, 'tls.key'), key);
    };
    const user = { 'client-certificate': 'tls.crt', 'client-key': 'tls.key' };
    put(right());
    const assistant = prod(write('certificate', { prod: { port: apiServer, user } }));
    expect(await isHealthy(assistant)).toBe('answered');
    put(wrong());
    expect(await isHealthy(assistant)).toMatch(refused);
    put(right());
    expect(await isHealthy(assistant)).toBe('answered');
  });

  it('when its login plug-in gives a new certificate', async () => {
    const plugin = join(folder, 'plugin');
    writeFileSync(plugin, `#!/bin/sh\ncat ${join(folder, 'credential')}\n`);
    chmodSync(plugin, 0o700);
    const put = ({ certificate, key }: ReturnType<typeof wrong>, livesMs?: number) => {
      const expires = livesMs === undefined ? {} : { expirationTimestamp: new Date(Date.now() + livesMs).toISOString() };
      const status = { clientCertificateData: certificate, clientKeyData: key, ...expires };
      const credential = { apiVersion: 'client.authentication.k8s.io/v1', kind: 'ExecCredential', status };
      writeFileSync(join(folder, 'credential'), JSON.stringify(credential));
    };
    const exec = { apiVersion: 'client.authentication.k8s.io/v1', interactiveMode: 'Never', command: plugin };
    put(wrong());
    const assistant = prod(write('exec', { prod: { port: apiServer, user: { exec } } }));
    expect(await isHealthy(assistant)).toMatch(refused);
    // Refused credentials are looked up again after ten seconds at the latest, and one that has ended at once.
    put(right(), 1_000);
    await waitFor('the plug-in is asked again', async () => {
      if ((await isHealthy(assistant)) !== 'answered') throw new Error('still refused');
    });
    await sleep(1_100);
    put(wrong(), 60_000);
    expect(await isHealthy(assistant)).toMatch(refused);
  });

  it('when its kubeconfig is replaced', async () => {
    const file = write('replaced', { prod: { port: 1 } });
    const assistant = prod(file);
    expect(await isHealthy(assistant)).toContain('127.0.0.1:1) cannot be reached');
    write('replaced', { prod: { port: apiServer } });
    await waitFor('the new kubeconfig is taken over', async () => {
      if ((await isHealthy(assistant)) !== 'answered') throw new Error('still the old one');
    });
  });
});
