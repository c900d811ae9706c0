import { describe, expect, it } from 'vitest';
import { inWorkspace } from '../support/fake-workspace.ts';
import { createPreparedAssistant } from '../support/prepared.ts';

const general = 'C0K8GENERAL';
const oncall = 'C0K8ONCALL';
const bot = 'U0K8BOT';

const posted = (messages: readonly { readonly user: string; readonly ts: string; readonly threadTs?: string | undefined }[]) =>
  messages.filter((one) => one.user === bot).map((one) => ({ at: Number(one.ts), threadTs: one.threadTs }));

describe('messages to one channel', () => {
  it('go out one a second in the order of the questions, while another channel goes on', () =>
    inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        const asked = [1, 2, 3].map(() => slack.sendMessage('@k8s-svc help').ts);
        slack.sendMessage('@k8s-svc help', { channel: oncall });
        await settled();
        const answers = posted(slack.workspace.messages(general));
        expect(answers.map((one) => one.threadTs)).toEqual(asked);
        const gaps = answers.slice(1).map((one, at) => one.at - (answers[at]?.at ?? 0));
        for (const gap of gaps) expect(gap).toBeGreaterThan(0.9);
        expect(posted(slack.workspace.messages(oncall))[0]?.at).toBeLessThan(answers[1]?.at ?? 0);
      },
      { postGapMs: 1_000 },
    ));

  it('wait as long as Slack asks, while another channel goes on', () =>
    inWorkspace('HTTP', async (slack, { settled }) => {
      slack.troubles.add('chat.postMessage', { status: 429, retryAfterSeconds: 2 });
      const first = slack.sendMessage('@k8s-svc help').ts;
      await expect.poll(() => slack.troubles.waiting()).toEqual([]);
      const limited = Date.now() / 1_000;
      const second = slack.sendMessage('@k8s-svc help').ts;
      slack.sendMessage('@k8s-svc help', { channel: oncall });
      await settled();
      const answers = posted(slack.workspace.messages(general));
      expect(answers.map((one) => one.threadTs)).toEqual([first, second]);
      expect((answers[0]?.at ?? 0) - limited).toBeGreaterThan(1.8);
      expect(posted(slack.workspace.messages(oncall))[0]?.at).toBeLessThan(limited + 1.8);
    }));

  it('are not tried again before the time that Slack asks for, however long: the person gets a direct message', () =>
    inWorkspace('HTTP', async (slack, { settled }) => {
      slack.troubles.add('chat.postMessage', { status: 429, retryAfterSeconds: 120 });
      slack.sendMessage('@k8s-svc help');
      await settled();
      slack.sendMessage('@k8s-svc help', { user: 'U0K8SAM' });
      await settled();
      expect(posted(slack.workspace.messages(general))).toEqual([]);
      expect(posted(slack.workspace.messages('D0K8YOU'))).toHaveLength(1);
      expect(posted(slack.workspace.messages('D0K8SAM'))).toHaveLength(1);
    }));
});

describe('two messages in one thread', () => {
  it.each([
    ['a channel', general],
    ['a direct message', 'D0K8YOU'],
  ])('sent quickly are answered in their order, and the second knows the first: %s', (_, channel) => {
    let slow = true;
    const assistant = createPreparedAssistant(async (request) => {
      if (request.verb === 'triage' && slow) {
        slow = false;
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      return undefined;
    });
    return inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        const root = slack.sendMessage('@k8s-svc help', { channel });
        await settled();
        const thread = channel === general ? { channel, threadTs: root.ts } : { channel };
        slack.sendMessage('@k8s-svc triage checkout -n shop', thread);
        // The second leans on the namespace of the first.
        await expect.poll(() => assistant.asked.length).toBe(2);
        slack.sendMessage('@k8s-svc explain web', thread);
        await settled();
        expect(assistant.asked.slice(1)).toEqual(['triage checkout -n shop', 'explain web -n shop']);
        const texts = slack.workspace
          .messages(channel)
          .filter((one) => one.user === bot)
          .map((one) => one.text);
        expect(texts[1]).toContain('selects no pods');
        expect(texts[2]).toContain('explain');
      },
      { assistant },
    );
  });

  it('do not wait forever for an answer that hangs', async () => {
    const { createTurns } = await import('../../../src/slack/in-turn.ts');
    const inTurn = createTurns({ patienceMs: 20 });
    void inTurn('thread', () => new Promise(() => undefined));
    await expect(inTurn('thread', () => Promise.resolve())).resolves.toBeUndefined();
  });
});
