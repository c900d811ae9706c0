import { once } from 'node:events';
import { createServer, request as httpRequest, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';

export interface Balancer {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * One request to one replica after the other. A replica that does not listen is passed over; one that breaks off in the midst
 * of a request is a 502, as nobody knows what it has done.
 */
export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  let turn = 0;

  async function handle(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const body = await buffer(incoming);
    turn += 1;
    for (let tries = 0; tries < ports.length; tries += 1) {
      const port = ports[(turn + tries) % ports.length] ?? 0;
      const outcome = await forward(port, incoming, body);
      if (outcome === 'refused') continue;
      if (outcome === 'broken') break;
      outgoing.writeHead(outcome.status, outcome.headers).end(outcome.body);
      return;
    }
    outgoing.writeHead(502).end();
  }

  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing).catch(() => outgoing.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/slack/events`,
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

interface Reply {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly body: Buffer;
}

function forward(port: number, { url, method, headers }: IncomingMessage, body: Buffer): Promise<Reply | 'refused' | 'broken'> {
  const { promise, resolve } = Promise.withResolvers<Reply | 'refused' | 'broken'>();
  const sent = httpRequest({ host: '127.0.0.1', port, path: url, method, headers, agent: false }, (response) => {
    buffer(response).then(
      (answer) => resolve({ status: response.statusCode ?? 502, headers: response.headers, body: answer }),
      () => resolve('broken'),
    );
  });
  sent.on('error', (error: NodeJS.ErrnoException) => resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'broken'));
  sent.end(body);
  return promise;
}
