import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** A TCP proxy on loopback: to its clients a server that is stopped, started again, or falls silent. */
export interface StoppableProxy {
  readonly port: number;
  /** Cuts every connection and takes no more, as a server does that is stopped. */
  stop(): Promise<void>;
  /** On the same port as before. */
  start(): Promise<void>;
  /** Takes connections and never answers. */
  silence(): void;
}

export async function startStoppableProxy(target: number): Promise<StoppableProxy> {
  const sockets = new Set<Socket>();
  let isSilent = false;
  let server: Server = createServer();

  async function listen(port: number): Promise<void> {
    server = createServer((client) => {
      track(client);
      if (isSilent) return;
      const upstream = track(connect(target, '127.0.0.1'));
      client.pipe(upstream).pipe(client);
    }).listen(port, '127.0.0.1');
    await once(server, 'listening');
  }

  function track(socket: Socket): Socket {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => sockets.delete(socket));
    return socket;
  }

  function drop(): void {
    for (const socket of sockets) socket.destroy();
  }

  await listen(0);
  const { port } = server.address() as AddressInfo;
  return {
    port,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      drop();
      await closed;
    },
    async start() {
      isSilent = false;
      await listen(port);
    },
    silence() {
      isSilent = true;
      drop();
    },
  };
}
