import { describe, expect, it } from 'vitest';
import { startSocketMode } from '../../../src/playground/fake-slack/socket-mode.ts';
import { createSlackApp } from '../../../src/slack/create-slack-app.ts';
import { parseFew, preparedAssistant, quietLogger } from '../prepared-assistant.ts';
import { start } from './start.ts';

describe('Socket Mode', () => {
  it('brings a command to the real Bolt app and the answer back', async () => {
    await using slack = await start({ now: Date.now });
    const { fake } = slack;
    const sockets = await startSocketMode(fake);
    const { botId, botUserId } = fake.workspace.directory.app;
    const app = createSlackApp({
      assistant: preparedAssistant,
      parse: parseFew,
      token: fake.botToken,
      mode: { kind: 'socket', appToken: fake.appToken },
      botId,
      botUserId,
      slackApiUrl: fake.apiUrl,
      logger: quietLogger,
      now: Date.now,
      newRequestId: () => 'r1',
      strictPayloads: true,
    });
    try {
      await app.start();
      await sockets.connected();
      const { ack } = await fake.sendCommand('explain checkout -n shop');
      expect(ack.ok).toBe(true);
      await expect.poll(() => fake.workspace.messages('C0K8GENERAL').at(-1)?.text).toContain('ClusterIP Service on port 80');
    } finally {
      await app.stop();
      await sockets.stop();
    }
  });

  it('refuses a connection without a ticket of its own', async () => {
    await using slack = await start();
    const sockets = await startSocketMode(slack.fake);
    const { reply } = await slack.call('apps.connections.open', {}, slack.fake.appToken);
    const socket = new WebSocket(String(reply['url']).replace(/ticket=.*/, 'ticket=guess'));
    const closed = Promise.withResolvers<number>();
    socket.addEventListener('close', (event) => closed.resolve(event.code));
    expect(await closed.promise).toBe(1008);
    expect(sockets.connections).toBe(0);
    expect((await slack.fake.sendCommand('list')).ack).toEqual({ ok: false, reason: 'not_connected' });
    await sockets.stop();
  });
});
