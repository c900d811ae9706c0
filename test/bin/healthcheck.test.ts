import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';

const program = fileURLToPath(new URL('../../src/bin/k8s-svc.ts', import.meta.url));
const servers: Server[] = [];

afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    server.close();
  }
});

async function serve(answer: RequestListener): Promise<number> {
  const server = createServer(answer);
  servers.push(server);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}

async function healthcheck(port: number | string | undefined, ...words: readonly string[]) {
  const child = spawn(process.execPath, [program, 'healthcheck', ...words], {
    env: { PATH: process.env['PATH'], ...(port === undefined ? {} : { K8S_SVC_METRICS_PORT: String(port) }) },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [[code], out, err] = await Promise.all([once(child, 'close'), text(child.stdout), text(child.stderr)]);
  return { code: code as number, out, err };
}

describe('k8s-svc healthcheck', () => {
  it('asks /healthz of the one that runs here, and is content with 200', async () => {
    const asked: string[] = [];
    const port = await serve(({ method, url }, response) => {
      asked.push(`${method} ${url}`);
      response.end('{"state":"ok"}');
    });
    expect(await healthcheck(port)).toEqual({ code: 0, out: 'ok\n', err: '' });
    expect(asked).toEqual(['GET /healthz']);
  });

  it('ends with 1 and a sentence when it is not well', async () => {
    const port = await serve((_, response) => response.writeHead(503).end('{"state":"down"}'));
    expect(await healthcheck(port)).toEqual({ code: 1, out: '', err: `http://127.0.0.1:${port}/healthz answered 503.\n` });
  });

  it('ends with 1 when nothing listens', async () => {
    const port = await serve(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    expect(await healthcheck(port)).toEqual({
      code: 1,
      out: '',
      err: `Nothing answers on http://127.0.0.1:${port}/healthz.\n`,
    });
  });

  it('does not wait for one that hangs', async () => {
    const port = await serve(() => undefined);
    const { code, err } = await healthcheck(port);
    expect(code).toBe(1);
    expect(err).toBe(`http://127.0.0.1:${port}/healthz did not answer within 3 s.\n`);
  });

  it('is over with the status: a body that never ends is not waited for', async () => {
    const port = await serve((_, response) => response.write('{'));
    expect(await healthcheck(port)).toMatchObject({ code: 0 });
  });

  it.each([
    ['a port that is none', 'http', [], 2, 'K8S_SVC_METRICS_PORT is no port.'],
    ['a port of 0', 0, [], 1, 'health is not served'],
    ['words', 9090, ['web'], 2, 'healthcheck takes no words, and got: web'],
  ])('says what is wrong with %s', async (_, port, words, expected, said) => {
    const { code, err } = await healthcheck(port, ...words);
    expect(code).toBe(expected);
    expect(err).toContain(said);
  });
});
