import { describe, expect, it } from 'vitest';
import { profiles, scopesOf } from '../../../scripts/gen/slack-profiles.ts';
import type { FakeSlack } from '../../../src/playground/fake-slack/fake-slack.ts';
import { inWorkspace, readable, type Way } from '../support/fake-workspace.ts';
import { createPreparedAssistant } from '../support/prepared.ts';

const direct = 'D0K8YOU';
const asAgent = { scopes: [...scopesOf(profiles['agent']!).keys()] };

const ofBot = (slack: FakeSlack) => slack.workspace.messages(direct).filter((one) => one.user === 'U0K8BOT');
const calls = (slack: FakeSlack, method: RegExp) => slack.calls.filter((call) => method.test(call.method));
const statuses = (slack: FakeSlack) =>
  calls(slack, /^agents\.sessions\.setStatus$/u).map(({ args, reply }) => [args['status'], args['thread_ts'], reply['ok']]);

/** An assistant whose triage waits until it may go on, or is told to stop. */
function slowAssistant() {
  const { promise: goOn, resolve: go } = Promise.withResolvers<undefined>();
  const { promise: begun, resolve: began } = Promise.withResolvers<undefined>();
  let aborted = false;
  const assistant = createPreparedAssistant((request, { signal }) => {
    if (request.verb !== 'triage') return undefined;
    signal.addEventListener('abort', () => (aborted = true));
    began(undefined);
    return goOn;
  });
  return { assistant, begun, go: () => go(undefined), isAborted: () => aborted };
}

const stop = (slack: FakeSlack, threadTs: string, eventTs = (Date.now() / 1_000).toFixed(6)) =>
  slack.sendEvent({
    type: 'agent_session_stopped',
    channel: direct,
    user: 'U0K8YOU',
    thread_ts: threadTs,
    streaming_message_ts: [],
    event_ts: eventTs,
  });

describe.each<Way>(['HTTP', 'Socket Mode'])('in the agent view, over %s,', (way) => {
  it('a message begins a thread, which shows that one works, gets the answer, and goes on', () =>
    inWorkspace(
      way,
      async (slack, { settled }) => {
        const asked = slack.sendMessage('triage checkout -n shop', { channel: direct });
        await settled();
        expect(ofBot(slack).map((one) => one.threadTs)).toEqual([asked.ts]);
        expect(statuses(slack)).toEqual([
          ['processing', asked.ts, true],
          ['active', asked.ts, true],
        ]);
        expect(calls(slack, /setStatus/u)[0]?.args).toMatchObject({
          initiator_user_id: 'U0K8YOU',
          title: 'triage checkout -n shop',
        });
        slack.sendMessage('explain it', { channel: direct, threadTs: asked.ts });
        await settled();
        expect(ofBot(slack).map((one) => one.threadTs)).toEqual([asked.ts, asked.ts]);
        expect(readable(ofBot(slack)[1])).toContain('You asked: explain');
      },
      {},
      asAgent,
    ));

  it('the Messages tab offers what can be asked', () =>
    inWorkspace(
      way,
      async (slack, { settled }) => {
        await slack.openHome('U0K8YOU', 'messages');
        await settled();
        const [{ args, reply }] = calls(slack, /setSuggestedPrompts/u) as [FakeSlack['calls'][number]];
        expect(reply).toEqual({ ok: true });
        expect(args).toMatchObject({ channel_id: direct, title: 'Ask about any Service, or begin with one of these' });
        expect(JSON.parse(String(args['prompts']))).toContainEqual({ title: 'What is broken?', message: 'scan -A' });
      },
      {},
      asAgent,
    ));

  it('the stop button ends the work, and says so', async () => {
    const { assistant, begun, isAborted } = slowAssistant();
    await inWorkspace(
      way,
      async (slack, { settled }) => {
        const asked = slack.sendMessage('triage checkout -n shop', { channel: direct });
        await begun;
        await stop(slack, asked.ts);
        await settled();
        expect(isAborted()).toBe(true);
        expect(ofBot(slack).map(readable)).toEqual(['Stopped. Ask me again when you like.']);
        expect(statuses(slack).at(-1)).toEqual(['active', asked.ts, true]);
      },
      { assistant },
      asAgent,
    );
  });
});

describe('the agent view', () => {
  it('does not stop what was asked after the button was pressed', async () => {
    const { assistant, begun, go, isAborted } = slowAssistant();
    await inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        const asked = slack.sendMessage('triage checkout -n shop', { channel: direct });
        await begun;
        await stop(slack, asked.ts, (Number(asked.ts) - 60).toFixed(6));
        go();
        await settled();
        expect(isAborted()).toBe(false);
        expect(readable(ofBot(slack)[0])).toContain('selects no pods');
      },
      { assistant },
      asAgent,
    );
  });

  it('takes a button away that stands over nothing', () =>
    inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        await stop(slack, '12.000001');
        await settled();
        expect(statuses(slack)).toEqual([['active', '12.000001', true]]);
      },
      {},
      asAgent,
    ));

  it('uses the defaults of the channel beside it, where the direct messages have none', async () => {
    const assistant = createPreparedAssistant();
    await inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        await slack.sendCommand('use prod/shop');
        const say = async (text: string) => {
          const { ts } = slack.workspace.post({ channel: 'C0K8RANDOM', user: 'U0K8YOU', text });
          const app_context = { entities: [{ type: 'slack#/types/channel_id', value: 'C0K8GENERAL', team_id: 'T0K8SHOP' }] };
          const event = { type: 'message', channel: direct, channel_type: 'im', user: 'U0K8YOU', text, ts, event_ts: ts };
          await slack.sendEvent({ ...event, app_context });
          await settled();
        };
        await say('triage checkout');
        expect(assistant.asked.at(-1)).toBe('triage checkout -n shop --cluster prod');
      },
      { assistant },
      asAgent,
    );
  });

  it('keeps the answer when Slack does not take the status, and takes the button away all the same', () =>
    inWorkspace(
      'HTTP',
      async (slack, { settled }) => {
        slack.troubles.add('agents.sessions.setStatus', { status: 500, after: true }, 3);
        const asked = slack.sendMessage('help', { channel: direct });
        await settled();
        expect(ofBot(slack)).toHaveLength(1);
        expect(statuses(slack).at(-1)).toEqual(['active', asked.ts, true]);
      },
      {},
      asAgent,
    ));

  it('is not called at all where the app was installed without it', () =>
    inWorkspace('HTTP', async (slack, { settled }) => {
      await slack.openHome('U0K8YOU', 'messages');
      slack.sendMessage('help', { channel: direct });
      await settled();
      expect(ofBot(slack).map((one) => one.threadTs)).toEqual([undefined]);
      expect(calls(slack, /^(?:agents|assistant)\./u)).toEqual([]);
      expect(slack.calls.filter(({ reply }) => reply['ok'] !== true)).toEqual([]);
    }));
});
