import nock from 'nock';
import { describe, expect, it } from 'vitest';
import { answer, paragraph } from '../../src/core/answer/build.ts';
import { plain } from '../../src/core/answer/text.ts';
import { atSlack, shown, started } from './support/at-slack.ts';
import { commandBody, eventBody, ids } from './support/idle-app.ts';
import { nockSlack } from './support/nock-slack.ts';
import { createPreparedAssistant } from './support/prepared.ts';

const at = atSlack();

const mention = (words: string) => eventBody({ type: 'app_mention', text: `<@${ids.bot}> ${words}` });

describe('when the work fails', () => {
  it('the person gets a request id and the log the kind of error, but neither gets its message', async () => {
    const assistant = createPreparedAssistant(() => {
      throw new TypeError('token xoxb-9-leak in a raw response');
    });
    const app = await started({ assistant });
    await app.send(commandBody('triage checkout'));
    expect(at.slack.of('respond')[0]?.['text']).toContain('Something went wrong inside k8s-svc (request r1)');
    expect(app.log.lines.join('\n')).toContain('"requestId":"r1","error":"TypeError at ');
    expect(JSON.stringify([at.slack.calls, app.log.lines])).not.toContain('leak');
  });

  it('at its deadline the person hears that, also from work that does not stop', async () => {
    const signals: AbortSignal[] = [];
    const assistant = createPreparedAssistant((_, { signal }) => {
      signals.push(signal);
      return new Promise(() => undefined);
    });
    const app = await started({ assistant, deadlineMs: 20 });
    await app.send(commandBody('scan -A'));
    expect(signals.map((signal) => signal.aborted)).toEqual([true]);
    expect(at.slack.of('respond')[0]?.['text']).toContain('No answer from the cluster within 0.02 s.');
  });

  it('a failing authorisation lets nobody in', async () => {
    const app = await started({ mayAsk: () => Promise.reject(new Error('directory down')) });
    await app.send(commandBody('triage checkout'));
    expect(at.slack.of('respond')[0]?.['text']).toContain('Something went wrong');
    expect(app.assistant.asked).toEqual([]);
  });

  it('a failing store is said instead of kept silent', async () => {
    const broken = () => Promise.reject(new Error('store down'));
    const app = await started({ store: { claim: broken, get: broken, set: broken, replace: broken } });
    await app.send(commandBody('triage checkout'));
    expect(at.slack.of('respond')[0]?.['text']).toContain('Something went wrong');
  });
});

describe('when Slack fails', () => {
  it('a post is tried again after a 500', async () => {
    const app = await started();
    at.slack.next('chat.postMessage', { status: 500 });
    await app.send(mention('help'));
    expect(at.slack.of('chat.postMessage')).toHaveLength(2);
  });

  it('a post waits as long as Slack asks', async () => {
    const app = await started();
    at.slack.next('chat.postMessage', { status: 429, headers: { 'retry-after': '1' } });
    await app.send(mention('help'));
    expect(at.slack.of('chat.postMessage')).toHaveLength(2);
  });

  /** The next post is cut off before its reply; `posts` counts how often it was made. */
  async function loseReply(of: string) {
    nock.cleanAll();
    let posts = 0;
    nock('https://slack.com')
      .post('/api/chat.postMessage')
      .reply(async (request: Request) => {
        posts += 1;
        expect(await request.text()).toContain(`channel=${of}`);
        throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
      });
    at.slack = nockSlack();
    return () => posts;
  }

  it('a post whose reply was lost is not made again when it stands in the thread', async () => {
    const app = await started();
    const posts = await loseReply(ids.channel);
    const text = 'I know Kubernetes Services.';
    at.slack.replies = [{ ts: `${Date.UTC(2026, 10, 20) / 1_000}.000100`, bot_id: ids.botId, user: ids.bot, text }];
    await app.send(mention('help'));
    expect(posts()).toBe(1);
    expect(at.slack.of('chat.postMessage')).toEqual([]);
  });

  it('a post whose reply was lost is made again when it does not stand', async () => {
    const app = await started();
    await loseReply(ids.channel);
    await app.send(mention('help'));
    expect(at.slack.of('chat.postMessage').map((call) => call['channel'])).toEqual([ids.channel]);
  });

  it('a post whose reply was lost is not made twice in the channel when that cannot be told', async () => {
    const app = await started();
    const posts = await loseReply(ids.channel);
    at.slack.next('conversations.replies', 'missing_scope');
    await app.send(mention('help'));
    expect(posts()).toBe(1);
    const direct = at.slack.of('chat.postMessage');
    expect(direct.map((call) => call['channel'])).toEqual([ids.user]);
    expect(shown(direct[0])).toContain('Slack did not confirm that it stands in the channel');
  });

  it('a private answer of which it does not say whether it stands is not given twice', async () => {
    const app = await started();
    nock.cleanAll();
    nock('https://hooks.slack.com')
      .post(/^\//u)
      .replyWithError(Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' }));
    at.slack = nockSlack();
    await app.send(commandBody('help'));
    expect(at.slack.of('respond')).toEqual([]);
    const [told] = at.slack.of('chat.postEphemeral');
    expect(told).toMatchObject({ channel: ids.channel, user: ids.user });
    expect(told?.['text']).toBe('Slack did not confirm my answer. If you do not see it above, please ask again.');
  });

  it('the words get through where it does not take the blocks', async () => {
    const app = await started();
    // Twice: it was not the feedback block, which goes first.
    at.slack.next('chat.postMessage', 'invalid_blocks');
    at.slack.next('chat.postMessage', 'invalid_blocks');
    await app.send(mention('triage checkout -n shop'));
    const [, , bare] = at.slack.of('chat.postMessage');
    expect(bare).not.toHaveProperty('blocks');
    expect(bare?.['text']).toContain('selects no pods');
  });

  it('a bot removed from the channel answers the person directly', async () => {
    const app = await started();
    at.slack.next('chat.postMessage', 'not_in_channel');
    await app.send(mention('help'));
    expect(at.slack.of('chat.postMessage').map((call) => call['channel'])).toEqual([ids.channel, ids.user]);
  });

  it('the log says that nobody could be told', async () => {
    const app = await started();
    for (const _ of [1, 2, 3, 4]) at.slack.next('chat.postMessage', 'account_inactive');
    await app.send(mention('help'));
    expect(app.log.lines.join('\n')).toContain('the person could not be told');
  });

  it('a Home tab that cannot be published bothers nobody', async () => {
    const app = await started();
    at.slack.next('views.publish', 'not_enabled');
    await app.send(eventBody({ type: 'app_home_opened', tab: 'home', channel: ids.direct }));
    expect(at.slack.of('chat.postMessage')).toEqual([]);
  });
});

describe('a long answer', () => {
  const many = createPreparedAssistant(() =>
    answer('scan', 'Many words', {
      parts: Array.from({ length: 120 }, (_, n) => paragraph(plain(`${n} ${'word '.repeat(60)}`))),
    }),
  );

  it('goes on in its thread and ends in a file', async () => {
    const app = await started({ assistant: many });
    at.slack.next('files.getUploadURLExternal', 'not_allowed_token_type');
    await app.send(eventBody({ type: 'app_mention', text: `<@${ids.bot}> scan -A`, ts: '66.000100' }));
    const posts = at.slack.of('chat.postMessage');
    expect(posts.map((post) => post['thread_ts'])).toEqual(posts.map(() => '66.000100'));
    expect(JSON.stringify(posts[0])).toContain('The rest follows in further messages.');
    expect(JSON.stringify(posts.at(-2))).toContain('the whole is in the file k8s-svc-answer.txt');
    expect(posts.at(-1)?.['text']).toContain('could not be attached: Slack did not take it');
  });

  it('stays within the uses of a response_url when it is private, and says what is missing', async () => {
    const app = await started({ assistant: many });
    await app.send(commandBody('scan -A'));
    const responses = at.slack.of('respond');
    expect(responses).toHaveLength(5);
    expect(JSON.stringify(responses.at(-1))).toContain('The rest is left out');
  });
});
