import { describe, expect, it, vi } from 'vitest';
import type { FakeSlack } from '../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../src/playground/fake-slack/model.ts';
import { buttonOf, inWorkspace, readable, type Way } from './support/fake-workspace.ts';

const channelOf = (slack: FakeSlack, name: string) => slack.workspace.channel(name)?.id ?? '';
const botsIn = (slack: FakeSlack, channel: string): readonly Message[] =>
  slack.workspace.messages(channel).filter((message) => message.user === slack.workspace.directory.app.botUserId);

/** The bot's message number `count`, when it is there. */
async function nth(slack: FakeSlack, channel: string, count: number): Promise<Message> {
  return vi.waitFor(
    () => {
      const message = botsIn(slack, channel)[count - 1];
      if (message === undefined) throw new Error(`${botsIn(slack, channel).length} messages of the bot, not ${count}`);
      return message;
    },
    { timeout: 5_000 },
  );
}

describe.each<Way>(['HTTP', 'Socket Mode'])('a person in Slack, over %s', (way) => {
  it('triages in private, shares the card, and goes on in its thread', () =>
    inWorkspace(way, async (slack) => {
      const general = channelOf(slack, 'general');
      await slack.sendCommand('triage checkout -n shop', { channel: general });
      const card = await nth(slack, general, 1);
      expect(card.only).toBeDefined();
      expect(readable(card)).toMatchInlineSnapshot(`
        ":x: Service shop/checkout selects no pods: its selector has a typo.

        :x: Selector is one letter away from the pods · Service shop/checkout
        The selector asks for app=chekout, 2 pods have app=checkout.
        spec.selector.app: chekout
        pods that nearly match: 2
        1. Correct the selector.
        kubectl patch service checkout -n shop -p '{"spec":{"selector":{"app":"checkout"}}}'
        2. Check again.
        Why: kubernetes.io (https://kubernetes.io/docs/concepts/services-networking/service/#services-in-kubernetes)

        12 other checks are clear.

        [Recheck] [Explain] [Share here]

        Read from kind-shop at 2026-11-20 10:42:07 UTC"
      `);

      await slack.clickButton(card, buttonOf(card, 'Share here'));
      await vi.waitFor(() => expect(botsIn(slack, general).map((one) => one.only)).toEqual([undefined]));
      const shared = await nth(slack, general, 1);
      expect(readable(shared)).toMatch(/^@U0K8YOU shared: triage checkout -n shop/u);

      slack.sendMessage('explain web', { channel: general, threadTs: shared.ts });
      const answer = await nth(slack, general, 2);
      expect(answer.threadTs).toBe(shared.ts);
    }));

  it('is asked one question and answers it with a button: the decision takes its place', () =>
    inWorkspace(way, async (slack) => {
      const general = channelOf(slack, 'general');
      const asked = slack.sendMessage('@k8s-svc expose web -n shop', { channel: general });
      const question = await nth(slack, general, 1);
      expect(question.threadTs).toBe(asked.ts);
      expect(readable(question)).toContain('Who has to reach web?');
      await slack.clickButton(question, buttonOf(question, 'The internet'));
      await vi.waitFor(() => {
        const now = slack.workspace.message(general, question.ts);
        expect(readable(now)).toContain('Give web a LoadBalancer Service.');
      });
      const decision = await nth(slack, general, 1);
      await slack.clickButton(decision, buttonOf(decision, 'Write the YAML'));
      const manifest = await nth(slack, general, 2);
      expect(manifest.threadTs).toBe(asked.ts);
      expect(readable(manifest)).toContain('275 more lines: the whole is in the file web-service.yaml.');
      await vi.waitFor(() => {
        const files = slack.workspace
          .messages(general)
          .flatMap((message) => message.files.map((id) => slack.workspace.file(id)));
        expect(files.map((file) => [file?.name, file?.snippetType])).toEqual([['web-service.yaml', 'yaml']]);
        expect(files[0]?.content.toString('utf8')).toContain('# line 299\n');
      });
    }));

  it('answers the question in words after the bot was restarted', () =>
    inWorkspace(way, async (slack, { restart }) => {
      const general = channelOf(slack, 'general');
      const asked = slack.sendMessage('@k8s-svc expose web -n shop', { channel: general });
      await nth(slack, general, 1);
      await restart();
      slack.sendMessage('the internet', { channel: general, threadTs: asked.ts });
      const decision = await nth(slack, general, 2);
      expect(readable(decision)).toContain('Give web a LoadBalancer Service.');
    }));

  it('is answered where the bot is no member, and can share there', () =>
    inWorkspace(way, async (slack) => {
      const random = channelOf(slack, 'random');
      await slack.sendCommand('triage checkout -n shop', { channel: random });
      const card = await nth(slack, random, 1);
      await slack.clickButton(card, buttonOf(card, 'Share here'));
      await vi.waitFor(() => expect(botsIn(slack, random).some((one) => one.only === undefined)).toBe(true));
    }));

  it('asks in a direct message and opens the Home tab', () =>
    inWorkspace(way, async (slack) => {
      const direct = slack.workspace.directMessage('U0K8YOU')?.id ?? '';
      slack.sendMessage('triage checkout -n shop', { channel: direct });
      expect((await nth(slack, direct, 1)).threadTs).toBeUndefined();
      await slack.openHome();
      await vi.waitFor(() => expect(slack.workspace.home('U0K8YOU')).toBeDefined());
      const home = slack.workspace.home('U0K8YOU');
      expect(JSON.stringify(home?.body)).toContain('I know Kubernetes Services.');
    }));

  it('triages a message of somebody else by the shortcut, in its thread', () =>
    inWorkspace(way, async (slack) => {
      const oncall = channelOf(slack, 'oncall');
      const alert = slack.sendMessage('checkout is down in shop', { channel: oncall, user: 'U0K8SAM' });
      await slack.useShortcut(alert, 'triage_message');
      expect((await nth(slack, oncall, 1)).threadTs).toBe(alert.ts);
    }));

  it('hears nothing from the bot in talk between people', () =>
    inWorkspace(way, async (slack) => {
      const general = channelOf(slack, 'general');
      const root = slack.sendMessage('is the cluster slow for you too?', { channel: general });
      slack.sendMessage('which service do you mean?', { channel: general, user: 'U0K8SAM', threadTs: root.ts });
      await slack.settled();
      expect(botsIn(slack, general)).toEqual([]);
    }));
});
