import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { freePort } from '../support/free-ports.ts';
import { startProgram, stopPrograms } from '../support/start-program.ts';

const cluster = fileURLToPath(new URL('../../src/playground/sample-cluster/cluster.yaml', import.meta.url));
afterEach(stopPrograms);

describe('npm start', () => {
  it('serves the page over the sample cluster and ends on Ctrl-C', async () => {
    const { child, ended, saying } = startProgram(['--port', String(await freePort())]);
    const [, url = ''] = await saying(/playground: (http:\/\/127\.0\.0\.1:\d+)/u);
    const page = await fetch(url);
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('k8s-svc playground');
    child.kill('SIGINT');
    expect(await ended).toMatchObject({ code: 0 });
  });

  it('serves it over a dump', async () => {
    const { saying } = startProgram(['--port', String(await freePort()), '--from', cluster]);
    expect((await saying(/over cluster\.yaml/u))[0]).toBe('over cluster.yaml');
  });

  it('says so when the port is taken', async () => {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, said } = await startProgram(['--port', String(port)]).ended;
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
    const { code, said } = await startProgram(args, env).ended;
    expect(code).toBe(2);
    expect(said).toMatch(expected);
    expect(said).not.toMatch(/\n\s+at /u);
  });
});
