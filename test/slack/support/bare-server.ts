import { once } from 'node:events';
import { createServer, request } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * How long the slowest of `count` requests takes that come at once to a server of this process which does nothing but take
 * them in: what the machine has to give at this moment. In milliseconds.
 */
export async function slowestBareRequest(count: number, bytes: number): Promise<number> {
  const server = createServer((incoming, response) => {
    incoming.resume().on('end', () => response.end());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const body = 'x'.repeat(bytes);
  const one = async (): Promise<number> => {
    const from = performance.now();
    const asking = request({ port, host: '127.0.0.1', method: 'POST', headers: { 'content-length': bytes } });
    asking.end(body);
    const [response] = (await once(asking, 'response')) as [NodeJS.ReadableStream];
    await once(response.resume(), 'end');
    return performance.now() - from;
  };
  try {
    return Math.max(...(await Promise.all(Array.from({ length: count }, one))));
  } finally {
    server.closeAllConnections();
    server.close();
  }
}
