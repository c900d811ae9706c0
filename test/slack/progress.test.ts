import { describe, expect, it, vi } from 'vitest';
import { answer } from '../../src/core/answer/build.ts';
import { toButtonValue } from '../../src/render/slack/button-value.ts';
import { atSlack, shown, started } from './support/at-slack.ts';
import { fakeTime } from './support/fake-time.ts';
import { commandBody, eventBody, ids, pressBody } from './support/idle-app.ts';
import { createPreparedAssistant } from './support/prepared.ts';

const at = atSlack();

/** An app whose answers come when the test says so. */
async function slow() {
  const time = fakeTime();
  const { promise, resolve } = Promise.withResolvers<void>();
  const assistant = createPreparedAssistant(async (request, { progress }) => {
    progress?.('Reading the cluster…');
    await promise;
    return answer('scan', 'All 3 Services are healthy.');
  });
  const app = await started({ assistant, now: time.now, wait: time.wait, deadlineMs: 60_000 });
  return { app, time, answers: () => resolve() };
}

describe('an answer that takes long', () => {
  const mention = () => eventBody({ type: 'app_mention', text: `<@${ids.bot}> scan -A` });

  it('shows one message that is edited every three seconds, and then is the answer', async () => {
    const { app, time, answers } = await slow();
    const sent = app.send(mention());
    await time.pass(1_000);
    await vi.waitFor(() => expect(at.slack.of('chat.postMessage')).toHaveLength(1));
    expect(at.slack.of('chat.postMessage')[0]).toMatchObject({ channel: ids.channel, text: 'Reading the cluster…' });
    await time.pass(2_000);
    expect(at.slack.of('chat.update')).toEqual([]);
    await time.pass(1_000);
    await vi.waitFor(() => expect(at.slack.of('chat.update')).toMatchObject([{ text: 'Reading the cluster… (4 s)' }]));
    answers();
    await sent;
    expect(at.slack.of('chat.postMessage')).toHaveLength(1);
    expect(at.slack.of('chat.update')).toHaveLength(2);
    expect(at.slack.of('chat.update')[1]).toMatchObject({ ts: '1001.000100', text: 'All 3 Services are healthy.' });
    await time.pass(60_000);
    expect(at.slack.of('chat.update')).toHaveLength(2);
  });

  it('says so once in private, after three seconds, as Slack replaces nothing there', async () => {
    const { app, time, answers } = await slow();
    const sent = app.send(commandBody('scan -A'));
    await time.pass(2_900);
    expect(at.slack.of('respond')).toEqual([]);
    await time.pass(20_000);
    await vi.waitFor(() => expect(at.slack.of('respond')).toHaveLength(1));
    expect(at.slack.of('respond')[0]).toMatchObject({ replace_original: false, response_type: 'ephemeral' });
    expect(at.slack.of('respond')[0]?.['text']).toBe('Reading the cluster… The answer comes in a message of its own.');
    answers();
    await sent;
    expect(at.slack.of('respond')).toHaveLength(2);
    expect(at.slack.of('respond')[1]).toMatchObject({ replace_original: false, text: 'All 3 Services are healthy.' });
  });

  it('shows in the place of the question that was answered by a button', async () => {
    const { app, time, answers } = await slow();
    const sent = app.send(pressBody('choose.0.0', toButtonValue('scan -A')));
    await time.pass(1_000);
    await vi.waitFor(() => expect(at.slack.of('chat.update')).toHaveLength(1));
    answers();
    await sent;
    expect(at.slack.of('chat.update').map((one) => one['ts'])).toEqual(['500.000100', '500.000100']);
    expect(shown(at.slack.of('chat.update')[1])).toContain('All 3 Services are healthy.');
    expect(at.slack.of('chat.postMessage')).toEqual([]);
  });

  it('comes all the same when Slack does not take the message before it', async () => {
    const { app, time, answers } = await slow();
    at.slack.next('chat.postMessage', 'internal_error');
    const sent = app.send(mention());
    await time.pass(1_000);
    await vi.waitFor(() => expect(at.slack.of('chat.postMessage')).toHaveLength(1));
    answers();
    await sent;
    expect(at.slack.of('chat.postMessage').at(-1)).toMatchObject({ text: 'All 3 Services are healthy.' });
  });

  it('shows nothing before it when it comes within a second', async () => {
    const { app, time, answers } = await slow();
    const sent = app.send(mention());
    await time.pass(900);
    answers();
    await sent;
    expect(at.slack.of('chat.postMessage')).toMatchObject([{ text: 'All 3 Services are healthy.' }]);
    expect(at.slack.of('chat.update')).toEqual([]);
  });
});
