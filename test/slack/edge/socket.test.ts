import { describe, expect, it } from 'vitest';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import { inWorkspace } from '../support/fake-workspace.ts';
import { createPreparedAssistant } from '../support/prepared.ts';

const general = 'C0K8GENERAL';
const answers = (slack: FakeSlack) =>
  slack.workspace
    .messages(general)
    .filter((one) => one.user === 'U0K8BOT')
    .map((one) => one.text);

describe('in Socket Mode', () => {
  it(
    'comes back after the connection was cut and Slack refused the first new one',
    () =>
      inWorkspace('Socket Mode', async (slack, { sockets, settled }) => {
        const { ts } = slack.workspace.post({ channel: general, user: 'U0K8YOU', text: 'a question' });
        const mention = { type: 'app_mention', user: 'U0K8YOU', text: '<@U0K8BOT> help', channel: general, ts, event_ts: ts };
        await slack.sendEvent(mention);
        await settled();
        slack.troubles.add('apps.connections.open', { status: 500 });
        sockets?.drop();
        await expect.poll(() => sockets?.connections, { timeout: 5_000 }).toBe(0);
        await expect.poll(() => sockets?.connections, { timeout: 25_000 }).toBe(1);
        expect(slack.troubles.waiting()).toEqual([]);
        // Slack does not know whether it was taken, and delivers it again.
        await slack.sendEvent(mention);
        await settled();
        expect(answers(slack)).toEqual(['I know Kubernetes Services.']);
        await slack.sendCommand('help');
        await settled();
        expect(answers(slack)).toEqual(['I know Kubernetes Services.', 'I know Kubernetes Services.']);
      }),
    60_000,
  );

  it.each(['refresh', 'drop'] as const)('gives the answer that was under way when the connection ended: %s', async (end) => {
    const { promise: goOn, resolve: go } = Promise.withResolvers<undefined>();
    const assistant = createPreparedAssistant(() => goOn);
    await inWorkspace(
      'Socket Mode',
      async (slack, { sockets, settled }) => {
        slack.sendMessage('@k8s-svc help');
        await expect.poll(() => assistant.asked).toHaveLength(1);
        sockets?.[end]();
        await expect.poll(() => sockets?.connections).toBe(0);
        go(undefined);
        await settled();
        expect(answers(slack)).toEqual(['I know Kubernetes Services.']);
      },
      { assistant },
    );
  });
});
