import { describe, expect, it } from 'vitest';
import type { View } from '../../../src/playground/fake-slack/model.ts';
import { startApp } from './start-app.ts';
import { start } from './start.ts';

const input = {
  type: 'input',
  block_id: 'n',
  label: { type: 'plain_text', text: 'Name' },
  element: { type: 'plain_text_input', action_id: 'name', max_length: 20 },
};

const modal = (title: string) => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  submit: { type: 'plain_text', text: 'Go' },
  blocks: [input],
  notify_on_close: true,
});

/** A workspace in which the first person looks at a modal of an app that acks with this body. */
async function open(ack: object | '') {
  const slack = await start();
  const app = await startApp([200], ack === '' ? '' : JSON.stringify(ack));
  slack.fake.connectTo(app.url);
  await slack.call('views.open', { trigger_id: slack.fake.slack.triggers.issue('U0K8YOU'), view: modal('First') });
  const modals = () => slack.fake.workspace.modalsOf('U0K8YOU');
  const [view] = modals();
  if (view === undefined) throw new Error('The modal did not open.');
  return {
    ...slack,
    app,
    view,
    titles: () => modals().map((one: View) => (one.body['title'] as { text: string }).text),
    sent: () => JSON.parse(new URLSearchParams(app.got.at(-1)?.body).get('payload') ?? '{}') as Record<string, unknown>,
    [Symbol.asyncDispose]: async () => {
      await app[Symbol.asyncDispose]();
      await slack.fake.stop();
    },
  };
}

describe('a submitted modal', () => {
  it.each<[string, object | '', string[], object]>([
    ['closes when the app says nothing', '', [], {}],
    [
      'shows the errors that the app names',
      { response_action: 'errors', errors: { n: 'No such Service.' } },
      ['First'],
      { n: 'No such Service.' },
    ],
    [
      'shows that something is wrong when the app names an error at what is no input',
      { response_action: 'errors', errors: { other: 'No such Service.' } },
      ['First'],
      { '': expect.stringContaining('"other"') },
    ],
    ['becomes the view that the app sends', { response_action: 'update', view: modal('Second') }, ['Second'], {}],
    ['lies under the view that the app pushes', { response_action: 'push', view: modal('Second') }, ['First', 'Second'], {}],
    ['goes with all others', { response_action: 'clear' }, [], {}],
    [
      'stays when Slack would refuse the new view',
      { response_action: 'update', view: modal('x'.repeat(25)) },
      ['First'],
      { '': expect.stringContaining('refuses') },
    ],
  ])('%s', async (_what, ack, titles, errors) => {
    await using world = await open(ack);
    const values = { n: { name: { type: 'plain_text_input', value: 'web' } } };
    expect((await world.fake.submitView(world.view, values)).errors).toEqual(errors);
    expect(world.titles()).toEqual(titles);
    expect(world.sent()).toMatchObject({ type: 'view_submission', view: { id: world.view.id, state: { values } } });
  });

  it('that nobody takes keeps what was typed and says so', async () => {
    await using world = await open('');
    world.fake.connectTo('http://127.0.0.1:9');
    const values = { n: { name: { value: 'web' } } };
    expect((await world.fake.submitView(world.view, values)).errors).toEqual({ '': expect.stringContaining('Try again') });
    expect(world.titles()).toEqual(['First']);
  });
});

describe('a modal that is not filled in', () => {
  it.each([
    ['without a required field', {}, 'required'],
    ['with more words than the input takes', { n: { name: { value: 'x'.repeat(21) } } }, 'at most 20'],
  ])('%s is not sent to the app', async (_what, values, words) => {
    await using world = await open('');
    const { ack, errors } = await world.fake.submitView(world.view, values);
    expect(ack).toEqual({ ok: false, reason: 'not_sent' });
    expect(errors).toEqual({ n: expect.stringContaining(words) });
    expect(world.app.got).toEqual([]);
  });
});

describe('a closed modal', () => {
  it('is told to the app that wants to know', async () => {
    await using world = await open('');
    await world.fake.closeView(world.view);
    expect(world.titles()).toEqual([]);
    expect(world.sent()).toMatchObject({ type: 'view_closed', view: { id: world.view.id } });
  });
});

describe('a message shortcut', () => {
  it('brings the message, a trigger and a response_url to the app', async () => {
    await using world = await open('');
    const message = world.fake.sendMessage('checkout is down');
    await world.fake.settled();
    await world.fake.useShortcut(message, 'triage_message');
    expect(world.sent()).toMatchObject({
      type: 'message_action',
      callback_id: 'triage_message',
      message: { text: 'checkout is down' },
      trigger_id: expect.any(String),
      response_url: expect.stringContaining('/actions/'),
    });
  });
});
