import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, it, vi } from 'vitest';
import type { FakeSlack } from '../../src/playground/fake-slack/fake-slack.ts';
import type { Message } from '../../src/playground/fake-slack/model.ts';
import { startFakeSlack } from '../../src/playground/fake-slack/start-fake-slack.ts';
import { buttonOf, inWorkspace, readable } from './support/fake-workspace.ts';
import { shopAssistant } from './support/shop-assistant.ts';

const assistant = shopAssistant();
const general = 'C0K8GENERAL';

const botsIn = (slack: FakeSlack, channel: string): readonly Message[] =>
  slack.workspace.messages(channel).filter((message) => message.user === slack.workspace.directory.app.botUserId);

/** Says it and waits for the next answer of the bot there: the first message that it posts. */
async function said(slack: FakeSlack, words: string, threadTs?: string, channel = general): Promise<Message> {
  const before = botsIn(slack, channel).length;
  slack.sendMessage(words, { channel, ...(threadTs === undefined ? {} : { threadTs }) });
  return vi.waitFor(
    () => {
      const message = botsIn(slack, channel)[before];
      if (message === undefined) throw new Error(`no answer to "${words}"`);
      return message;
    },
    { timeout: 8_000 },
  );
}

async function pressed(slack: FakeSlack, message: Message, label: string, expected: RegExp): Promise<Message> {
  await slack.clickButton(message, buttonOf(message, label));
  return vi.waitFor(
    () => {
      const now = slack.workspace.message(general, message.ts);
      expect(readable(now)).toMatch(expected);
      return now as Message;
    },
    { timeout: 8_000 },
  );
}

const headline = (message: Message): string => readable(message).split('\n')[0] ?? '';

describe('a conversation in a thread', () => {
  it('decides with two button presses, and shows what it assumes until then', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const question = await said(slack, '@k8s-svc expose web -n shop');
        expect(readable(question)).toContain('Until you say, I assume pods in the cluster: then it is a ClusterIP Service');
        const second = await pressed(slack, question, 'The internet', /Where does the cluster run\?/u);
        expect(readable(second)).toContain('Assuming the cluster can make load balancers. Tell me if that is wrong.');
        const decision = await pressed(slack, second, 'Own machines, no load balancer', /NodePort Service/u);
        expect(headline(decision)).toMatch(/^Use a NodePort Service for web: /u);
      },
      { assistant },
    ));

  it('changes the audience by a follow-up and says what became of the recommendation', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const asked = slack.sendMessage('@k8s-svc expose web -n shop --audience internet --cloud aws', { channel: general });
        await vi.waitFor(() => expect(botsIn(slack, general)).toHaveLength(1), { timeout: 8_000 });
        const changed = await said(slack, 'make it internal', asked.ts);
        expect(headline(changed)).toMatch(
          /^Callers from your own network: use an internal LoadBalancer Service instead of (?:LoadBalancer|Ingress or Gateway) for web: /u,
        );
        const still = await said(slack, 'and for prod?', asked.ts);
        expect(headline(still)).toMatch(/^Production: still an internal LoadBalancer Service for web: /u);
        const yaml = await said(slack, 'yaml please', asked.ts);
        expect(headline(yaml)).toMatch(/^The manifest of an internal LoadBalancer Service for web: /u);
        expect(readable(yaml)).toContain('targetPort: http');
      },
      { assistant },
    ));

  it('says why not NodePort, what would have to be different, and gives it anyway', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const asked = slack.sendMessage('@k8s-svc expose web -n shop --audience cluster', { channel: general });
        await vi.waitFor(() => expect(botsIn(slack, general)).toHaveLength(1), { timeout: 8_000 });
        const why = await said(slack, 'why not NodePort?', asked.ts);
        expect(readable(why)).toMatchInlineSnapshot(`
          "I did not choose NodePort for web: it would open a port on every node, though nobody outside has to get in.

          It would be my choice if:

          • Who calls it: Our network (VPC, VPN, office) (now: pods of the cluster)
          • Load balancers: Own machines, no load balancer (now: the cluster can make load balancers)

          As it is, take a ClusterIP Service: only pods in the cluster call it, and it gives them one stable address and DNS name in front of all ready pods.

          Source: kubernetes.io (https://kubernetes.io/docs/concepts/services-networking/service/#type-clusterip)

          [NodePort anyway] [ClusterIP YAML]

          Read from test"
        `);
        await slack.clickButton(why, buttonOf(why, 'NodePort anyway'));
        await vi.waitFor(() => expect(readable(botsIn(slack, general)[2])).toContain('type: NodePort'), { timeout: 8_000 });
      },
      { assistant },
    ));

  it('moves a triage to the namespace that is named, and back to another Service', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const asked = slack.sendMessage('@k8s-svc checkout in namespace shop does not work, why?', { channel: general });
        await vi.waitFor(() => expect(botsIn(slack, general)).toHaveLength(1), { timeout: 8_000 });
        expect(readable(botsIn(slack, general)[0])).toContain('app: chekout');
        const moved = await said(slack, 'and for prod?', asked.ts);
        expect(headline(moved)).toContain('prod');
        expect(readable(moved)).not.toContain('chekout');
        const explained = await said(slack, 'explain it', asked.ts);
        expect(headline(explained)).toMatch(/^checkout in prod is /u);
      },
      { assistant },
    ));

  it('keeps the open question through thanks, a lesson and words that make no sense', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const asked = slack.sendMessage('@k8s-svc expose web -n shop', { channel: general });
        await vi.waitFor(() => expect(botsIn(slack, general)).toHaveLength(1), { timeout: 8_000 });
        await said(slack, '@k8s-svc thanks', asked.ts);
        await said(slack, '@k8s-svc what is a headless Service?', asked.ts);
        await said(slack, '@k8s-svc colourless green ideas', asked.ts);
        const decided = await said(slack, 'the internet', asked.ts);
        expect(headline(decided)).toMatch(/^Use a LoadBalancer Service for web: /u);
      },
      { assistant },
    ));

  it('forgets when it is told to', () =>
    inWorkspace(
      'HTTP',
      async (slack) => {
        const asked = slack.sendMessage('@k8s-svc expose web -n shop --audience internet', { channel: general });
        await vi.waitFor(() => expect(botsIn(slack, general)).toHaveLength(1), { timeout: 8_000 });
        expect(headline(await said(slack, 'start over', asked.ts))).toBe(
          'Forgotten. Ask me anew: what was said here before counts no more.',
        );
        const yaml = await said(slack, '@k8s-svc yaml please', asked.ts);
        expect(headline(yaml)).toBe('Which workload is the manifest for, and on which port does it listen?');
      },
      { assistant },
    ));

  it('goes on after each restart, also where an answer carries no button', () =>
    inWorkspace(
      'HTTP',
      async (slack, { restart }) => {
        const asked = slack.sendMessage('@k8s-svc expose web -n shop --audience internet --cloud aws', { channel: general });
        await vi.waitFor(() => expect(botsIn(slack, general)).toHaveLength(1), { timeout: 8_000 });
        await restart();
        expect(headline(await said(slack, 'make it internal', asked.ts))).toMatch(
          /^Callers from your own network: use an internal/u,
        );
        await said(slack, '@k8s-svc what is a headless Service?', asked.ts);
        slack.sendMessage('lol, I would have asked Sam', { channel: general, threadTs: asked.ts });
        await restart();
        expect(headline(await said(slack, 'and for prod?', asked.ts))).toMatch(/^Production: still an internal LoadBalancer/u);
        await said(slack, '@k8s-svc start over', asked.ts);
        await restart();
        expect(headline(await said(slack, '@k8s-svc yaml please', asked.ts))).toMatch(/^Which workload is the manifest for/u);
      },
      { assistant },
    ));

  it('is the same in a direct message, in a thread and outside of one, also after a restart', () =>
    inWorkspace(
      'HTTP',
      async (slack, { restart }) => {
        const direct = slack.workspace.directMessage('U0K8YOU')?.id ?? '';
        await said(slack, 'expose web -n shop --audience internet --cloud aws', undefined, direct);
        const changed = await said(slack, 'make it internal', undefined, direct);
        expect(headline(changed)).toContain('use an internal LoadBalancer Service');
        await restart();
        const yaml = await said(slack, 'yaml please', undefined, direct);
        expect(headline(yaml)).toMatch(/^The manifest of an internal LoadBalancer Service for web: /u);
        await restart();
        const inThread = await said(slack, 'why not NodePort?', changed.ts, direct);
        expect(headline(inThread)).toMatch(/^I did not choose NodePort for web: /u);
      },
      { assistant },
    ));
});

describe('a thread that another process goes on with', () => {
  /** A bot in a process of its own, which knows nothing but Slack. */
  async function startBot(slack: FakeSlack, signingSecret: string): Promise<ChildProcess> {
    const bot = fork(new URL('support/bot-process.ts', import.meta.url), [slack.apiUrl, slack.botToken, signingSecret], {
      stdio: 'inherit',
    });
    const [{ port }] = (await once(bot, 'message')) as [{ readonly port: number }];
    slack.connectTo(`http://127.0.0.1:${port}/slack/events`);
    return bot;
  }

  async function killed(bot: ChildProcess): Promise<void> {
    if (bot.exitCode !== null || bot.signalCode !== null) return;
    const gone = once(bot, 'exit');
    bot.kill('SIGKILL');
    await gone;
  }

  it('knows the question, the decision and what was changed', async () => {
    const signingSecret = 'of-two-processes';
    const slack = await startFakeSlack({ now: Date.now, signingSecret });
    let bot = await startBot(slack, signingSecret);
    try {
      const question = await said(slack, '@k8s-svc expose web -n shop');
      const thread = question.threadTs ?? '';
      const second = await pressed(slack, question, 'The internet', /Where does the cluster run\?/u);
      await killed(bot);
      bot = await startBot(slack, signingSecret);
      await pressed(slack, second, 'AWS (EKS)', /Use a LoadBalancer Service for web/u);
      expect(headline(await said(slack, 'why not NodePort?', thread))).toMatch(/^I did not choose NodePort for web: /u);
      expect(headline(await said(slack, 'yaml please', thread))).toMatch(/^The manifest of a LoadBalancer Service for web: /u);
    } finally {
      await killed(bot);
      await slack.stop();
    }
  }, 120_000);
});
