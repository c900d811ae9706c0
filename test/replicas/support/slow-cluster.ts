import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SlowCluster {
  readonly kubeconfig: string;
  /** Writes a configuration file and gives its path. */
  config(text: string): string;
  /** Resolves when something was asked of it. */
  asked(): Promise<void>;
  /** Answers all that waits and all that comes: there is nothing. */
  answer(): void;
  stop(): Promise<void>;
}

/** An API server that keeps its answers until the test wants them. */
export async function startSlowCluster(): Promise<SlowCluster> {
  const directory = mkdtempSync(join(tmpdir(), 'k8s-svc-slow-'));
  const waiting: ServerResponse[] = [];
  const first = Promise.withResolvers<void>();
  let isSlow = true;
  const answer = (response: ServerResponse): void => {
    const status = { kind: 'Status', apiVersion: 'v1', status: 'Failure', reason: 'NotFound', code: 404, message: 'not found' };
    response.writeHead(404, { 'content-type': 'application/json' }).end(JSON.stringify(status));
  };
  const server = createServer((_, response) => {
    first.resolve();
    if (isSlow) waiting.push(response);
    else answer(response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const kubeconfig = join(directory, 'kubeconfig');
  writeFileSync(
    kubeconfig,
    JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      clusters: [{ name: 'slow', cluster: { server: `http://127.0.0.1:${port}`, 'insecure-skip-tls-verify': true } }],
      users: [{ name: 'nobody', user: {} }],
      contexts: [{ name: 'slow', context: { cluster: 'slow', user: 'nobody' } }],
      'current-context': 'slow',
    }),
  );
  return {
    kubeconfig,
    config(text) {
      const file = join(directory, 'config.yaml');
      writeFileSync(file, text);
      return file;
    },
    asked: () => first.promise,
    answer() {
      isSlow = false;
      waiting.splice(0).forEach(answer);
    },
    async stop() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
      rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}
