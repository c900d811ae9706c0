import { describe, expect, it } from 'vitest';
import { inWorkspace } from '../support/fake-workspace.ts';

describe('in Socket Mode', () => {
  it(
    'comes back after the connection was cut and Slack refused the first new one',
    () =>
      inWorkspace('Socket Mode', async (slack, { sockets, settled }) => {
        slack.troubles.add('apps.connections.open', { status: 500 });
        sockets?.drop();
        await expect.poll(() => sockets?.connections, { timeout: 5_000 }).toBe(0);
        await expect.poll(() => sockets?.connections, { timeout: 25_000 }).toBe(1);
        expect(slack.troubles.waiting()).toEqual([]);
        await slack.sendCommand('help');
        await settled();
        const answers = slack.workspace.messages('C0K8GENERAL').filter((one) => one.user === 'U0K8BOT');
        expect(answers.map((one) => one.text)).toEqual(['I know Kubernetes Services.']);
      }),
    40_000,
  );
});
