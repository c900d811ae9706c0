import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';

export interface CutProxy {
  /** A kubeconfig that reaches the API server through the proxy. */
  readonly kubeconfig: string;
  /** Breaks every connection, and refuses new ones until `mend`. */
  cut(): void;
  /** Lets nothing through any more and breaks nothing: as a firewall that forgot the connections. */
  silence(): void;
  mend(): void;
  stop(): Promise<void>;
}

/** A TCP proxy before the API server of a kubeconfig, to break what is between. */
export async function startCutProxy(original: string): Promise<CutProxy> {
  const text = readFileSync(original, 'utf8');
  const [, target = ''] = /https:\/\/127\.0\.0\.1:(\d+)/u.exec(text) ?? [];
  const sockets = new Set<Socket>();
  let state: 'open' | 'cut' | 'silent' = 'open';
  const server = createServer((near) => {
    if (state === 'cut') return void near.destroy();
    const far = connect(Number(target), '127.0.0.1');
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(from);
      from.on('error', () => undefined);
      from.on('close', () => {
        sockets.delete(from);
        to.destroy();
      });
      // What is held back while it is silent never comes: the connection is dead, and nobody has been told.
      from.on('data', (bytes) => state !== 'silent' && to.write(bytes));
    }
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const kubeconfig = `${original}.proxy-${port}`;
  writeFileSync(kubeconfig, text.replaceAll(`127.0.0.1:${target}`, `127.0.0.1:${port}`));
  const destroyAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    kubeconfig,
    cut() {
      state = 'cut';
      destroyAll();
    },
    silence() {
      state = 'silent';
    },
    mend() {
      // What was swallowed breaks the encryption: a real connection would be reset too.
      if (state === 'silent') destroyAll();
      state = 'open';
    },
    stop: () =>
      new Promise((resolve) => {
        destroyAll();
        server.close(() => resolve());
      }),
  };
}
