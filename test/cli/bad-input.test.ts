import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { exitCodes } from '../../src/cli/exit-code.ts';
import { startFakeApiServer } from '../support/fake-api-server.ts';
import { runInTerminal } from '../support/run-in-terminal.ts';
import { shopDump } from '../support/shop-dump.ts';
import { parseDump } from '../../src/read/files/parse-dump.ts';

const shop = fileURLToPath(new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url));
const from = ['--from', shop];
const temporary = async (name: string, text: string) => {
  const path = join(await mkdtemp(join(tmpdir(), 'k8s-svc-')), name);
  await writeFile(path, text);
  return path;
};
const kubeconfig = (server: string, token = 'very-secret-token') =>
  temporary(
    'kubeconfig',
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'here',
      clusters: [{ name: 'here', cluster: { server, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'me', user: { token } }],
      contexts: [{ name: 'here', context: { cluster: 'here', user: 'me' } }],
    }),
  );

describe('bad input in the terminal', () => {
  it.each([
    ['an unknown verb', ['traige', 'web'], /Did you mean: triage web/u],
    ['an unknown flag', ['triage', 'web', '--namspace', 'shop', ...from], /Did you mean --namespace/u],
    ['an unknown output', ['triage', 'web', '-o', 'xml', ...from], /Outputs: text, json/u],
    ['a missing value', ['triage', 'web', '-n'], /needs a value/u],
    ['a time that is none', ['scan', '--now', 'yesterday-ish', ...from], /2026-03-10T09:30:00Z/u],
    ['a Service that is misspelt', ['explain', 'chekout', '-n', 'shop', ...from], /Did you mean checkout/u],
    ['a Service of another namespace', ['explain', 'web', '-n', 'mail', ...from], /exists in shop/u],
    ['a namespace that is not there', ['scan', '-n', 'shpo', ...from], /Did you mean shop/u],
    ['a cluster that is not there', ['scan', '-A', '--cluster', 'staging', ...from], /There are: cluster\.yaml/u],
    ['a verb that needs a cluster, offline', ['triage', 'web', '-n', 'shop', '--offline'], /none is connected/u],
    ['a dump that is not there', ['scan', '--from', '/nowhere.yaml'], /does not exist/u],
    ['help on nothing known', ['help', 'selector-matches-no-pod'], /Did you mean selector-matches-no-pods/u],
    ['a dump and a cluster at once', ['scan', '--context', 'x', ...from], /not both/u],
    ['-f with another verb', ['triage', 'web', '-f', 'x.yaml'], /--from FILE/u],
  ])('%s gets a sentence, a next step and code 2', async (_, argv, expected) => {
    const { code, out, err } = await runInTerminal(argv);
    expect(code).toBe(exitCodes.badRequest);
    expect(err).toMatch(expected);
    expect(out).toBe('');
    expect(err).not.toMatch(/ at .*\.ts:\d+/u);
  });

  it.each([
    ['is empty', '', /is empty/u],
    ['is no YAML', 'a: b: c: [', /not valid YAML/u],
    [
      'is cut in the middle',
      JSON.stringify({ kind: 'List', items: parseDump({ name: 'x', text: shopDump }) }).slice(0, 9_000),
      /cut off/u,
    ],
    ['has no Services', 'kind: ConfigMap\napiVersion: v1\nmetadata: {name: x}\n', /has no Services/u],
  ])('a dump that %s is refused with the file name', async (_, text, expected) => {
    const path = await temporary('dump.yaml', text);
    const { code, err } = await runInTerminal(['scan', '--from', path]);
    expect(code).toBe(exitCodes.badRequest);
    expect(err).toMatch(expected);
    expect(err).toContain('dump.yaml');
  });

  it('asks which one when several namespaces have the Service', async () => {
    const twice = parseDump({ name: 'x', text: shopDump }).flatMap((object) => {
      const metadata = object['metadata'] as { name: string; namespace?: string };
      if (object['kind'] !== 'Service' || metadata.name !== 'web') return [object];
      return [object, { ...object, metadata: { ...metadata, namespace: 'mail' } }];
    });
    const path = await temporary('dump.json', JSON.stringify(twice));
    const { code, err } = await runInTerminal(['triage', 'web', '--from', path]);
    expect(code).toBe(exitCodes.badRequest);
    expect(err).toMatch(/2 namespaces/u);
    expect(err).toContain('k8s-svc triage web -n mail');
    expect(err).toContain('k8s-svc triage web -n shop');
  });

  it('is said in JSON when JSON was asked for', async () => {
    const { out, code } = await runInTerminal(['explain', 'nope', '-n', 'shop', '-o', 'json', ...from]);
    expect(code).toBe(exitCodes.badRequest);
    expect(JSON.parse(out)).toMatchObject({ problem: { code: 'service-not-found' } });
  });

  it('an empty namespace is no fault', async () => {
    const objects = [
      ...parseDump({ name: 'x', text: shopDump }),
      { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'empty' } },
    ];
    const path = await temporary('dump.json', JSON.stringify(objects));
    const { code, out } = await runInTerminal(['scan', '-n', 'empty', '--from', path]);
    expect(code).toBe(exitCodes.healthy);
    expect(out).toMatch(/There are no Services in namespace empty/u);
  });
});

describe('a cluster that cannot be read', () => {
  it('that is not there gives code 3', async () => {
    const { code, err } = await runInTerminal(['scan', '-A', '--kubeconfig', await kubeconfig('http://127.0.0.1:9')]);
    expect(code).toBe(exitCodes.notReadable);
    expect(err).toMatch(/cannot be reached/u);
  });

  it('that refuses the token gives code 3 and never shows it', async () => {
    const server = await startFakeApiServer({ objects: [], token: 'the-right-one' });
    const { code, err, out } = await runInTerminal([
      'triage',
      'web',
      '-n',
      'shop',
      '--kubeconfig',
      await kubeconfig(server.url),
    ]);
    await server.stop();
    expect(code).toBe(exitCodes.notReadable);
    expect(err).toMatch(/does not accept the credentials/u);
    expect(err + out).not.toMatch(/very-secret-token|secret-in-the-body/u);
  });

  it('that forbids some lists gives an answer with what to grant', async () => {
    const objects = parseDump({ name: 'x', text: shopDump });
    const server = await startFakeApiServer({
      objects,
      refuse: (resource) => (resource === 'endpointslices' || resource === 'pods' ? 403 : undefined),
    });
    const { code, out } = await runInTerminal(['triage', 'web', '-n', 'shop', '--kubeconfig', await kubeconfig(server.url)]);
    await server.stop();
    expect(code).toBe(exitCodes.healthy);
    expect(out).toMatch(/not everything could be read/u);
    expect(out).toMatch(/list pods in namespace shop/u);
    expect(out).not.toMatch(/no endpoints/u);
  });

  it.each([
    [
      'a context that is misspelt',
      async () => ['--kubeconfig', await kubeconfig('http://127.0.0.1:9'), '--context', 'her'],
      /Did you mean here/u,
    ],
    ['a kubeconfig that is not there', async () => ['--kubeconfig', '/nowhere/config'], /does not exist/u],
    [
      'a kubeconfig that is none',
      async () => ['--kubeconfig', await temporary('config', 'token: very-secret-token\n\t- x')],
      /cannot be read/u,
    ],
  ])('because of %s gives code 2', async (_, flags, expected) => {
    const { code, err } = await runInTerminal(['list', '-A', ...(await flags())]);
    expect(code).toBe(exitCodes.badRequest);
    expect(err).toMatch(expected);
    expect(err).not.toContain('very-secret-token');
  });

  it('is given up on Ctrl-C with code 130', async () => {
    const server = await startFakeApiServer({ objects: [], refuse: () => 'hang' });
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 200);
    const { code, err } = await runInTerminal(['scan', '-A', '--kubeconfig', await kubeconfig(server.url)], {
      signal: stop.signal,
    });
    await server.stop();
    expect(code).toBe(exitCodes.interrupted);
    expect(err).toBe('Stopped.\n');
  });
});
