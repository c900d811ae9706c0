import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { freePorts } from './free-ports.ts';
import type { FakeSlack } from '../../src/playground/fake-slack/fake-slack.ts';

const sources = fileURLToPath(new URL('../../src/bin/k8s-svc.ts', import.meta.url));

export interface RealBot {
  readonly child: ChildProcess;
  readonly appPort: number;
  /** Base of /healthz, /readyz and /metrics. */
  readonly observeUrl: string;
  /** All that it wrote so far: the log on standard error, the audit log on standard output. */
  readonly log: () => string;
  readonly audit: () => readonly Record<string, unknown>[];
  /** Ends it as Kubernetes does; resolves with its exit code. */
  readonly stop: () => Promise<number | null>;
}

/**
 * The bot as it runs in production, `k8s-svc serve` as a process of its own, over signed HTTP before a fake Slack. Resolves when
 * it listens.
 */
export async function startRealBot(
  slack: FakeSlack,
  signingSecret: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
  program: string = sources,
): Promise<RealBot> {
  const [appPort = 0, observePort = 0] = await freePorts(2);
  const child = spawn(process.execPath, [program, 'serve', '--port', String(appPort), '--host', '127.0.0.1', ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env['PATH'],
      HOME: process.env['HOME'],
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_SIGNING_SECRET: signingSecret,
      K8S_SVC_SLACK_API_URL: slack.apiUrl,
      K8S_SVC_METRICS_PORT: String(observePort),
      ...env,
    },
  });
  let log = '';
  let audit = '';
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()));
  child.stdout.on('data', (chunk: Buffer) => (audit += chunk.toString()));
  const exited = once(child, 'exit').then(([code]) => code as number | null);
  while (!log.includes('listens for Slack')) {
    if (child.exitCode !== null) throw new Error(`the bot ended with ${child.exitCode}: ${log}`);
    await Promise.race([once(child.stderr, 'data'), exited]);
  }
  slack.connectTo(`http://127.0.0.1:${appPort}/slack/events`);
  return {
    child,
    appPort,
    observeUrl: `http://127.0.0.1:${observePort}`,
    log: () => log,
    audit: () =>
      audit
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as Record<string, unknown>),
    async stop() {
      child.kill('SIGTERM');
      return exited;
    },
  };
}
