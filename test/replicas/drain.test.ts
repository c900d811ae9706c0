import { afterEach, describe, expect, it } from 'vitest';
import { startFakeSlack } from '../../src/playground/fake-slack/start-fake-slack.ts';
import { startSocketMode } from '../../src/playground/fake-slack/socket-mode.ts';
import { createBot, type Bot } from './support/bot.ts';
import { startSlowCluster } from './support/slow-cluster.ts';
import { freePort } from '../support/free-ports.ts';
import { startRedis } from './support/redis-server.ts';

const signingSecret = 'of-the-fake-workspace';
const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).toReversed()) await end();
});

/** One bot process, over a cluster that answers when the test says so. */
async function started(way: 'HTTP' | 'Socket Mode', drainMs?: number) {
  const slack = await startFakeSlack({ now: Date.now, signingSecret, retryDelaysMs: [] });
  ends.push(() => slack.stop());
  const cluster = await startSlowCluster();
  ends.push(() => cluster.stop());
  const port = await freePort();
  const bot: Bot = createBot({
    name: 'bot',
    args: ['--kubeconfig', cluster.kubeconfig, '--port', String(port), '--host', '127.0.0.1'],
    env: {
      FAKE_SLACK_URL: slack.url,
      SLACK_BOT_TOKEN: slack.botToken,
      ...(way === 'HTTP' ? { SLACK_SIGNING_SECRET: signingSecret } : { SLACK_APP_TOKEN: slack.appToken }),
      ...(drainMs === undefined ? {} : { K8S_SVC_CONFIG: cluster.config(`shutdown: {drainMs: ${drainMs}}`) }),
    },
  });
  const sockets = way === 'HTTP' ? undefined : await startSocketMode(slack);
  if (sockets !== undefined) ends.push(() => sockets.stop());
  else slack.connectTo(`http://127.0.0.1:${port}/slack/events`);
  await bot.start();
  ends.push(() => bot.kill());
  const said = () => slack.workspace.messages('C0K8GENERAL').filter(({ user }) => user === 'U0K8BOT');
  const ask = async () => {
    expect((await slack.sendCommand('triage web -n shop')).ack.ok).toBe(true);
    await cluster.asked();
  };
  return { slack, cluster, bot, said, ask, sockets };
}

describe.each(['HTTP', 'Socket Mode'] as const)('SIGTERM, over %s', (way) => {
  it('ends the bot when the answer under way has been given; nothing new is taken meanwhile', async () => {
    const { slack, cluster, bot, said, ask } = await started(way);
    await ask();
    bot.signal('SIGTERM');
    // It does not listen any more, while it still works.
    await expect.poll(async () => (await slack.sendCommand('help')).ack.ok, { timeout: 10_000 }).toBe(false);
    cluster.answer();
    expect(await bot.exited).toBe(0);
    const texts = said().map(({ text }) => text);
    expect(texts.join('\n')).toContain('The API server of slow answers');
    expect(texts.join('\n')).not.toContain('is restarting');
  });
});

describe('a bot process', () => {
  it('tells those who wait when the time for that is over, and ends with 0', async () => {
    const { bot, said, ask } = await started('HTTP', 700);
    await ask();
    const began = performance.now();
    expect(await bot.terminate()).toBe(0);
    expect(performance.now() - began).toBeGreaterThan(600);
    expect(said().map(({ text }) => text)).toEqual([expect.stringContaining('k8s-svc is restarting and did not finish this.')]);
  });

  it('twice ends it at once', async () => {
    const { bot, ask } = await started('HTTP', 60_000);
    await ask();
    const began = performance.now();
    bot.signal('SIGTERM');
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(await bot.terminate()).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('ends an idle bot at once', async () => {
    const { bot } = await started('HTTP');
    const began = performance.now();
    expect(await bot.terminate()).toBe(0);
    expect(performance.now() - began).toBeLessThan(5_000);
  });

  it('a bot that cannot start ends with a sentence, though its store is there', async () => {
    const redis = await startRedis();
    ends.push(() => redis.stop());
    const env = {
      FAKE_SLACK_URL: 'http://127.0.0.1:9',
      SLACK_BOT_TOKEN: 'xoxb-1',
      SLACK_SIGNING_SECRET: signingSecret,
      K8S_SVC_STORE_URL: redis.url,
    };
    const bot = createBot({ name: 'bot', args: ['--offline', '--port', String(await freePort())], env });
    await expect(bot.start()).rejects.toThrow('Slack could not be reached.');
    expect(await bot.exited).toBe(2);
  });
});
