import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const preload = fileURLToPath(new URL('to-fake-slack.mjs', import.meta.url));

export interface BotOptions {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  readonly args: readonly string[];
  /** Told each line of its log. */
  readonly onLine?: (line: string, name: string) => void;
}

/** The bot as a process of its own, started as an operator starts it. */
export interface Bot {
  readonly name: string;
  readonly isUp: boolean;
  /** Undefined in Socket Mode. */
  readonly port: number | undefined;
  start(): Promise<void>;
  /** As the kernel ends it: without a last word. */
  kill(): Promise<void>;
  /** As Kubernetes ends it; resolves with the exit code. */
  terminate(): Promise<number | null>;
  signal(name: NodeJS.Signals): void;
  readonly exited: Promise<number | null>;
}

/** With `K8S_SVC_BIN` the bundle is run, as the image does; otherwise the sources. */
const program = process.env['K8S_SVC_BIN'];
const command = program === undefined ? [`${root}src/bin/start.ts`] : [program, 'serve'];

export function createBot(options: BotOptions & { readonly port?: number }): Bot {
  const { name, env, args, port, onLine } = options;
  let child: ChildProcess | undefined;
  let exited: Promise<number | null> = Promise.resolve(null);
  let isUp = false;

  async function start(): Promise<void> {
    const { promise: ready, resolve, reject } = Promise.withResolvers<void>();
    const last: string[] = [];
    const own = spawn(process.execPath, ['--import', preload, ...command, ...args], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
    });
    child = own;
    exited = once(own, 'exit').then(([code]) => {
      isUp = false;
      reject(new Error(`${name} ended at its start: ${last.join('\n')}`));
      return code as number | null;
    });
    createInterface({ input: own.stderr }).on('line', (line) => {
      last.push(line);
      if (last.length > 20) last.shift();
      onLine?.(line, name);
      if (/^k8s-svc (?:listens|is connected)/u.test(line)) {
        isUp = true;
        resolve();
      }
    });
    await ready;
  }

  async function end(signal: NodeJS.Signals): Promise<number | null> {
    child?.kill(signal);
    return exited;
  }

  return {
    name,
    port,
    get isUp() {
      return isUp;
    },
    get exited() {
      return exited;
    },
    start,
    kill: async () => void (await end('SIGKILL')),
    terminate: () => end('SIGTERM'),
    signal: (one) => void child?.kill(one),
  };
}
