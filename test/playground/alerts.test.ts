import { describe, expect, it } from 'vitest';
import { messageText } from '../../src/slack/message-text.ts';
import { postAlerts } from '../../src/playground/alerts/post-alerts.ts';
import { startApp } from './fake-slack/start-app.ts';
import { start } from './fake-slack/start.ts';
import { liveShop } from './live-shop.ts';

/** #oncall with an Alertmanager, and an app that keeps the events it gets. */
async function watch() {
  const slack = await start();
  const app = await startApp([200]);
  slack.fake.connectTo(app.url);
  const { live } = liveShop(slack.clock.now);
  postAlerts(slack.fake, live);
  return {
    ...slack,
    live,
    async events() {
      await slack.fake.settled();
      return app.got.map(({ body }) => (JSON.parse(body) as { readonly event: Record<string, unknown> }).event);
    },
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]();
      await slack.fake.stop();
    },
  };
}

describe('Alertmanager in #oncall', () => {
  it('posts when a switch is moved, as a bot without a user, and the app hears of it', async () => {
    await using world = await watch();
    world.live.turn('web-crash-looping', true);
    const [event, ...others] = await world.events();
    expect(others).toEqual([]);
    expect(event).toMatchObject({
      type: 'message',
      subtype: 'bot_message',
      bot_id: 'B0K8ALERT',
      username: 'Alertmanager',
      channel: 'C0K8ONCALL',
      channel_type: 'channel',
      attachments: [{ color: 'danger', title: '[FIRING:1] KubePodCrashLooping (shop web critical)' }],
    });
    expect(event).not.toHaveProperty('user');
    expect(messageText(event).split('\n')).toEqual([
      '[FIRING:1] KubePodCrashLooping (shop web critical)',
      'Pods of web are in CrashLoopBackOff.',
      'alertname: KubePodCrashLooping',
      'namespace: shop',
      'service: web',
      'severity: critical',
    ]);
  });

  it('says that it is resolved when all is mended, once for each fault', async () => {
    await using world = await watch();
    world.live.mendAll();
    world.live.mendAll();
    const titles = world.fake.workspace.messages('C0K8ONCALL').map((one) => one.attachments[0]?.['title']);
    expect(titles).toHaveLength(5);
    expect(titles).toContain('[RESOLVED] ServiceWithoutEndpoints (shop checkout critical)');
  });

  it('is not heard by an app that is not in the channel', async () => {
    await using world = await watch();
    world.fake.workspace.leave('C0K8ONCALL', 'U0K8BOT');
    world.live.turn('node-lost', true);
    expect(await world.events()).toEqual([]);
    expect(world.fake.workspace.messages('C0K8ONCALL')).toHaveLength(1);
  });
});
