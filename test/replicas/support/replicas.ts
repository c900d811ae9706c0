import { fileURLToPath } from 'node:url';
import { setTimeout as sleep } from 'node:timers/promises';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import { startSocketMode, type SocketMode } from '../../../src/playground/fake-slack/socket-mode.ts';
import { startFakeSlack } from '../../../src/playground/fake-slack/start-fake-slack.ts';
import { startBalancer, type Balancer } from './balancer.ts';
import { createBot, type Bot } from './bot.ts';
import type { TestCluster } from './cluster.ts';
import { freePorts } from '../../support/free-ports.ts';
import { startRedis, type RedisServer } from './redis-server.ts';
import type { Trouble } from './storm.ts';
import { alertChannels, workspaceOfMany } from './workspace-of-many.ts';

export type Way = 'HTTP' | 'Socket Mode';

export interface Replicas {
  readonly slack: FakeSlack;
  readonly redis: RedisServer;
  readonly bots: readonly Bot[];
  /** What was broken on purpose so far. */
  readonly troubles: readonly Trouble[];
  /** Lines of the bots' logs, as they were written. */
  readonly log: readonly string[];
  /** SIGKILL, and a new process in its place. */
  readonly crash: (index: number) => Promise<void>;
  /** SIGTERM, and a new process in its place. Rejects when the old one does not end with 0. */
  readonly restart: (index: number) => Promise<void>;
  /** Redis is killed with all that it held, and comes back. */
  readonly crashRedis: () => Promise<void>;
  /** Resolves when no replica works on anything any more. */
  readonly idle: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const signingSecret = 'of-the-workspace-of-many';
/** Longer than a lease: what the dead one worked on has been taken over. */
const takenOverMs = 13_000;

/** Bots behind a balancer or at their sockets, a Redis, and a workspace that is as strict as Slack. */
export async function startReplicas(way: Way, count: number, cluster: TestCluster): Promise<Replicas> {
  const redis = await startRedis();
  const slack = await startFakeSlack({
    now: Date.now,
    signingSecret,
    directory: workspaceOfMany,
    // Slack's first one comes at once, the next after minutes.
    retryDelaysMs: [1_000, 3_000, 6_000, 12_000],
  });
  const troubles: Trouble[] = [];
  const log: string[] = [];
  let lastCrash = 0;
  let balancer: Balancer | undefined;
  let sockets: SocketMode | undefined;
  const ports = await freePorts(count);
  const bots = ports.map((port, index) =>
    createBot({
      name: `bot ${index}`,
      ...(way === 'HTTP' ? { port } : {}),
      args: [...cluster.args, '--port', String(port), '--host', '127.0.0.1'],
      env: {
        FAKE_SLACK_URL: slack.url,
        SLACK_BOT_TOKEN: slack.botToken,
        ...(way === 'HTTP' ? { SLACK_SIGNING_SECRET: signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
        K8S_SVC_CONFIG: fileURLToPath(new URL('config.yaml', import.meta.url)),
        K8S_SVC_STORE_URL: redis.url,
        K8S_SVC_ALERT_CHANNELS: alertChannels.join(','),
        K8S_SVC_LOG_LEVEL: 'info',
      },
      onLine: (line, name) => void log.push(`${name} ${line}`),
    }),
  );
  if (way === 'HTTP') {
    balancer = await startBalancer(ports);
    slack.connectTo(balancer.url);
  } else {
    sockets = await startSocketMode(slack);
  }
  await Promise.all(bots.map((bot) => bot.start()));

  async function during<T>(what: string, work: () => Promise<T>): Promise<T> {
    const trouble: Trouble = { what, from: Date.now(), to: Number.POSITIVE_INFINITY };
    troubles.push(trouble);
    try {
      return await work();
    } finally {
      trouble.to = Date.now();
    }
  }

  return {
    slack,
    redis,
    bots,
    troubles,
    log,
    crash: (index) =>
      during(`SIGKILL of bot ${index}`, async () => {
        lastCrash = Date.now();
        await bots[index]?.kill();
        await bots[index]?.start();
      }),
    restart: (index) =>
      during(`SIGTERM of bot ${index}`, async () => {
        const code = await bots[index]?.terminate();
        if (code !== 0) throw new Error(`bot ${index} ended with ${String(code)}`);
        await bots[index]?.start();
      }),
    async crashRedis() {
      // One fault at a time: what only the journal of a dead replica holds is lost with a Redis that keeps nothing.
      await sleep(Math.max(0, lastCrash + takenOverMs - Date.now()));
      await during('restart of Redis', async () => {
        await redis.kill();
        await sleep(500);
        await redis.start();
        // Until all have seen it.
        await sleep(4_000);
      });
    },
    async idle() {
      for (const until = Date.now() + 60_000; Date.now() < until; await sleep(200)) {
        await slack.settled();
        const keys = (await redis.ask('KEYS', 'k8s-svc:work:*')) as string[];
        if (keys.length === 0) return;
      }
      throw new Error('the replicas did not come to rest');
    },
    async stop() {
      await Promise.all(bots.map((bot) => bot.kill()));
      await balancer?.stop();
      await sockets?.stop();
      await slack.stop();
      await redis.stop();
    },
  };
}
