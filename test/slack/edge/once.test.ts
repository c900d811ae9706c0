import { describe, expect, it } from 'vitest';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import { inWorkspace, readable, type Way } from '../support/fake-workspace.ts';
import { createPreparedAssistant } from '../support/prepared.ts';

const general = 'C0K8GENERAL';
const direct = 'D0K8YOU';
const bot = 'U0K8BOT';

const ofBot = (slack: FakeSlack, channel = general) => slack.workspace.messages(channel).filter((one) => one.user === bot);

describe('what Slack has posted without saying so', () => {
  it.each([
    ['a 500', { status: 500, after: true } as const],
    ['a 503', { status: 503, after: true } as const],
    ['no answer in time', { status: 'no-answer', after: true } as const],
  ])('is not posted again: %s', (_, trouble) =>
    inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        slack.troubles.add('chat.postMessage', trouble);
        const asked = slack.sendMessage('@k8s-svc help');
        await settled();
        expect(ofBot(slack).map((one) => [one.threadTs, one.text])).toEqual([[asked.ts, 'I know Kubernetes Services.']]);
        expect(ofBot(slack, direct)).toEqual([]);
      },
      { slackTimeoutMs: 300 },
    ),
  );

  it('in a direct message is not posted again either', () =>
    inWorkspace('HTTP', async (slack, { settled }) => {
      slack.troubles.add('chat.postMessage', { status: 500, after: true });
      slack.sendMessage('help', { channel: direct });
      await settled();
      expect(ofBot(slack, direct)).toHaveLength(1);
    }));

  it('is answered again when the same is asked again', () =>
    inWorkspace('HTTP', async (slack, { settled }) => {
      const asked = slack.sendMessage('@k8s-svc help');
      await settled();
      slack.troubles.add('chat.postMessage', { status: 500 });
      slack.sendMessage('@k8s-svc help', { threadTs: asked.ts });
      await settled();
      expect(ofBot(slack)).toHaveLength(2);
    }));

  it('comes once more, in a direct message that says why, when the app may not read the channel', () =>
    inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        slack.troubles.add('chat.postMessage', { status: 500, after: true });
        slack.sendMessage('@k8s-svc help');
        await settled();
        expect(ofBot(slack)).toHaveLength(1);
        expect(ofBot(slack, direct).map(readable)).toEqual([expect.stringContaining('Slack did not confirm that it stands')]);
      },
      {},
      { scopes: ['app_mentions:read', 'chat:write', 'commands'] },
    ));

  it('as a file is not uploaded again', () =>
    inWorkspace('HTTP', async (slack, { settled }) => {
      slack.troubles.add('files.completeUploadExternal', { status: 500, after: true });
      slack.sendMessage('@k8s-svc manifest LoadBalancer web -n shop');
      await settled();
      expect(ofBot(slack).filter((one) => one.files.length > 0)).toHaveLength(1);
      expect(
        ofBot(slack)
          .map((one) => one.text)
          .join('\n'),
      ).not.toContain('could not be attached');
    }));

  it('as an edit is made again, which does no harm', () =>
    inWorkspace('HTTP', async (slack, { settled }) => {
      slack.sendMessage('@k8s-svc expose web -n shop');
      await settled();
      const [question] = ofBot(slack);
      const actions = question?.blocks.find((block) => block.type === 'actions');
      slack.troubles.add('chat.update', { status: 500, after: true });
      await slack.clickButton(question!, { blockId: String(actions?.['block_id']), actionId: 'choose.0.1' });
      await settled();
      expect(ofBot(slack)).toHaveLength(1);
      expect(ofBot(slack)[0]?.text).toContain('LoadBalancer');
    }));
});

describe('what Slack has not posted', () => {
  it.each([
    ['a 500', { status: 500 } as const],
    ['no answer', { status: 'no-answer' } as const],
  ])('is posted at the next try: %s', (_, trouble) =>
    inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        slack.troubles.add('chat.postMessage', trouble);
        slack.sendMessage('@k8s-svc help');
        await settled();
        expect(ofBot(slack)).toHaveLength(1);
      },
      { slackTimeoutMs: 300 },
    ),
  );

  it('comes as a direct message that says how to bring the bot back when it was removed while it worked', () => {
    let leave = () => {};
    const assistant = createPreparedAssistant(() => {
      leave();
      return undefined;
    });
    return inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        leave = () => slack.workspace.leave(general, bot);
        slack.sendMessage('@k8s-svc help');
        await settled();
        expect(ofBot(slack)).toEqual([]);
        expect(ofBot(slack, direct).map(readable)).toEqual([expect.stringContaining('/invite @k8s-svc')]);
      },
      { assistant },
    );
  });

  it('comes as a direct message when the question was deleted meanwhile', () => {
    let remove = () => {};
    const assistant = createPreparedAssistant(() => {
      remove();
      return undefined;
    });
    return inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        const asked = slack.sendMessage('@k8s-svc help');
        remove = () => void slack.workspace.remove(general, asked.ts);
        await settled();
        expect(ofBot(slack)).toEqual([]);
        expect(ofBot(slack, direct).map(readable)).toEqual([expect.stringContaining('thread_not_found')]);
      },
      { assistant },
    );
  });
});

describe('an event that comes', () => {
  const mention = { type: 'app_mention', user: 'U0K8YOU', text: `<@${bot}> help`, channel: general };

  it.each<Way>(['HTTP', 'Socket Mode'])('twice, or late, is answered once: %s', (way) => {
    let clock = Date.now();
    return inWorkspace(
      way,
      async (slack, { settled }) => {
        const { ts } = slack.workspace.post({ channel: general, user: 'U0K8YOU', text: 'a question' });
        for (const passed of [0, 0, 6 * 60_000, 20 * 60 * 60_000]) {
          clock += passed;
          await slack.sendEvent({ ...mention, ts, event_ts: ts });
          await settled();
        }
        expect(ofBot(slack)).toHaveLength(1);
      },
      { now: () => clock },
    );
  });

  it.each([
    ['from ourselves', { user: bot, bot_id: 'B0K8SVC' }],
    ['from another bot', { bot_id: 'B0OTHER' }],
    ['from a webhook', { user: undefined, bot_id: 'B0OTHER', subtype: 'bot_message' }],
  ])('%s starts no talk, in a channel, a thread of ours or a direct message', (_, author) =>
    inWorkspace('HTTP', async (slack, { settled }) => {
      const asked = slack.sendMessage('@k8s-svc triage checkout -n shop');
      await settled();
      const before = slack.calls.length;
      const talk = { text: `<@${bot}> why?`, user: 'U0K8SAM', ts: '9.1', event_ts: '9.1', ...author };
      await slack.sendEvent({ ...mention, ...talk });
      await slack.sendEvent({
        type: 'message',
        channel: general,
        channel_type: 'channel',
        ...talk,
        thread_ts: asked.ts,
        text: 'why?',
      });
      await slack.sendEvent({ type: 'message', channel: direct, channel_type: 'im', ...talk, text: 'why?' });
      await settled();
      expect(slack.calls.slice(before)).toEqual([]);
    }),
  );

  it('of an edit or a deletion of what a person asked is not answered again', () =>
    inWorkspace('HTTP', async (slack, { settled }) => {
      const asked = slack.sendMessage('@k8s-svc help');
      const said = slack.sendMessage('help', { channel: direct });
      await settled();
      slack.workspace.change(general, asked.ts, { text: `<@${bot}> scan -A`, edited: true });
      slack.workspace.change(direct, said.ts, { text: 'scan -A', edited: true });
      // Slack tells of a mention that an edit brings as well.
      await slack.sendEvent({
        ...mention,
        text: `<@${bot}> scan -A`,
        ts: asked.ts,
        event_ts: '9.2',
        edited: { user: 'U0K8YOU', ts: '9.2' },
      });
      slack.workspace.remove(direct, said.ts);
      await settled();
      expect([ofBot(slack), ofBot(slack, direct)].map((all) => all.length)).toEqual([1, 1]);
    }));
});
