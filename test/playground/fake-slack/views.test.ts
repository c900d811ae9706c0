import { describe, expect, it } from 'vitest';
import { start } from './start.ts';

const modal = (title = 'Manifest', more: object = {}) => ({
  type: 'modal',
  title: { type: 'plain_text', text: title },
  blocks: [],
  ...more,
});
const input = {
  type: 'input',
  block_id: 'name',
  label: { type: 'plain_text', text: 'Name' },
  element: { type: 'plain_text_input', action_id: 'name' },
};

describe('a trigger_id', () => {
  it('opens one view and no second', async () => {
    await using slack = await start();
    const trigger = slack.fake.slack.triggers.issue('U0K8YOU');
    expect((await slack.call('views.open', { trigger_id: trigger, view: modal() })).reply['ok']).toBe(true);
    expect((await slack.call('views.open', { trigger_id: trigger, view: modal() })).reply['error']).toBe(
      'exchanged_trigger_id',
    );
  });

  it('is worth nothing after three seconds', async () => {
    await using slack = await start();
    const trigger = slack.fake.slack.triggers.issue('U0K8YOU');
    slack.clock.pass(3_001);
    expect((await slack.call('views.open', { trigger_id: trigger, view: modal() })).reply['error']).toBe('expired_trigger_id');
  });
});

describe('a view', () => {
  it.each([
    ['a title above 24 characters', modal('x'.repeat(25))],
    ['no title', { type: 'modal', blocks: [] }],
    ['private_metadata above 3,000 characters', modal('T', { private_metadata: 'x'.repeat(3001) })],
    ['an input without a submit button', modal('T', { blocks: [input] })],
  ])('with %s is refused', async (_what, view) => {
    await using slack = await start();
    const trigger = slack.fake.slack.triggers.issue('U0K8YOU');
    expect((await slack.call('views.open', { trigger_id: trigger, view })).reply['error']).toBe('invalid_arguments');
  });

  it('is changed only by someone who knows its present hash', async () => {
    await using slack = await start();
    const opened = await slack.call('views.open', { trigger_id: slack.fake.slack.triggers.issue('U0K8YOU'), view: modal() });
    const { id, hash } = opened.reply['view'] as { id: string; hash: string };
    expect((await slack.call('views.update', { view_id: id, hash, view: modal('Two') })).reply['ok']).toBe(true);
    expect((await slack.call('views.update', { view_id: id, hash, view: modal('Three') })).reply['error']).toBe(
      'hash_conflict',
    );
  });

  it('is found by the external_id that the app gave it', async () => {
    await using slack = await start();
    const view = modal('One', { external_id: 'form-1' });
    await slack.call('views.open', { trigger_id: slack.fake.slack.triggers.issue('U0K8YOU'), view });
    expect((await slack.call('views.update', { external_id: 'form-1', view: modal('Two') })).reply['ok']).toBe(true);
    expect((await slack.call('views.update', { external_id: 'form-2', view })).reply['error']).toBe('not_found');
  });

  it('lies on at most two others', async () => {
    await using slack = await start();
    const push = () => slack.call('views.push', { trigger_id: slack.fake.slack.triggers.issue('U0K8YOU'), view: modal() });
    const replies = [await push(), await push(), await push(), await push()];
    expect(replies.map(({ reply }) => reply['error'] ?? 'ok')).toEqual(['ok', 'ok', 'ok', 'push_limit_reached']);
  });

  it('that is published stays the one Home tab of this person', async () => {
    await using slack = await start();
    const home = (text: string) => ({ type: 'home', blocks: [{ type: 'section', text: { type: 'plain_text', text } }] });
    await slack.call('views.publish', { user_id: 'U0K8YOU', view: home('one') });
    await slack.call('views.publish', { user_id: 'U0K8YOU', view: home('two') });
    expect(JSON.stringify(slack.fake.workspace.home('U0K8YOU')?.body)).toContain('two');
    expect(slack.fake.workspace.home('U0K8SAM')).toBeUndefined();
  });
});
