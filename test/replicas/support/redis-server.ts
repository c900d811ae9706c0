import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../../support/free-ports.ts';
import { createClient } from '@redis/client';

export interface RedisServer {
  readonly url: string;
  readonly port: number;
  /** Ends it as a crash does: what it held is gone, unless `keeps`. */
  kill(): Promise<void>;
  start(): Promise<void>;
  /** It takes connections, and answers nothing. */
  freeze(): void;
  thaw(): void;
  /** What a person at redis-cli would get. */
  ask(...words: string[]): Promise<unknown>;
  stop(): Promise<void>;
}

export function needRedis(): string {
  for (const program of ['redis-server', 'valkey-server']) {
    if (spawnSync(program, ['--version']).status === 0) return program;
  }
  throw new Error('redis-server is missing, and the replicas cannot be tried without it: apt-get install redis-server');
}

/** A redis-server of its own on a free port of loopback, in a temporary folder. `keeps`: with an append-only file. */
export async function startRedis(
  options: { readonly keeps?: boolean; readonly port?: number; readonly password?: string } = {},
): Promise<RedisServer> {
  const program = needRedis();
  const directory = mkdtempSync(join(tmpdir(), 'k8s-svc-redis-'));
  const { keeps = false, password } = options;
  const port = options.port ?? (await freePort());
  const url = `redis://127.0.0.1:${port}`;
  const guard = password === undefined ? [] : ['--requirepass', password];
  let child: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    const own = ['--port', String(port), '--bind', '127.0.0.1', '--dir', directory, '--save', ''];
    child = spawn(program, [...own, '--appendonly', keeps ? 'yes' : 'no', ...guard], { stdio: 'ignore' });
    await untilItAnswers(url, password);
  };
  const kill = async (): Promise<void> => {
    if (child === undefined || child.exitCode !== null) return;
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    child = undefined;
  };
  await start();
  return {
    url,
    port,
    kill,
    start,
    freeze: () => void child?.kill('SIGSTOP'),
    thaw: () => void child?.kill('SIGCONT'),
    async ask(...words) {
      const client = createClient({ url });
      client.on('error', () => undefined);
      await client.connect();
      try {
        return await client.sendCommand(words);
      } finally {
        client.destroy();
      }
    },
    async stop() {
      child?.kill('SIGCONT');
      await kill();
      rmSync(directory, { recursive: true, force: true, maxRetries: 3 });
    },
  };
}

async function untilItAnswers(url: string, password?: string): Promise<void> {
  const guarded = password === undefined ? {} : { password };
  const client = createClient({ url, ...guarded, socket: { reconnectStrategy: () => 20, connectTimeout: 1_000 } });
  client.on('error', () => undefined);
  await client.connect();
  await client.ping();
  client.destroy();
}
