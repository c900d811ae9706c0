import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../src/bin/start.ts', import.meta.url));
const cluster = fileURLToPath(new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url));
const started: ChildProcess[] = [];

afterEach(() => {
  for (const child of started.splice(0)) child.kill('SIGKILL');
});

function start(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
  const clean = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(SLACK|K8S_SVC|KUBECONFIG)/u.test(name)));
  const child = spawn(process.execPath, [program, ...args], { env: { ...clean, ...env } });
  started.push(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => ({ code: code as number | null, said }));
  const saying = async (words: RegExp): Promise<RegExpExecArray> => {
    for (;;) {
      const found = words.exec(said);
      if (found !== null) return found;
      if (child.exitCode !== null) throw new Error(`ended with ${child.exitCode}: ${said}`);
      await once(child.stderr, 'data');
    }
  };
  return { child, ended, saying };
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  return port;
}

describe('npm start', () => {
  it('serves the page over the sample cluster and ends on Ctrl-C', async () => {
    const { child, ended, saying } = start(['--port', String(await freePort())]);
    const [, url = ''] = await saying(/playground: (http:\/\/127\.0\.0\.1:\d+)/u);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('k8s-svc playground');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('serves it over a dump', async () => {
    const { saying } = start(['--port', String(await freePort()), '--from', cluster]);
    expect((await saying(/over cluster\.yaml/u))[0]).toBe('over cluster.yaml');
  });

  it('says so when the port is taken', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, said } = await start(['--port', String(port)]).ended;
    server.close();
    expect(code).toBe(2);
    expect(said).toContain(`Port ${port} is taken.`);
    expect(said).toContain(`--port ${port + 1}`);
  });

  it.each([
    ['a dump that is not there', ['--from', '/nowhere.yaml'], {}, /does not exist/u],
    ['words', ['triage', 'web'], {}, /serve takes no words/u],
    ['a flag that is not there', ['--prot', '3001'], {}, /Did you mean --port/u],
    ['half of the tokens', [], { SLACK_BOT_TOKEN: 'xoxb-1' }, /SLACK_APP_TOKEN/u],
    ['a kubeconfig that is not there', ['--kubeconfig', '/nowhere/config'], {}, /does not exist/u],
  ])('refuses %s with a sentence', async (_, args, env, expected) => {
    const { code, said } = await start(args, env).ended;
    expect(code).toBe(2);
    expect(said).toMatch(expected);
    expect(said).not.toMatch(/\n\s+at /u);
  });
});
