import { describe, expect, it } from 'vitest';
import { toButtonValue } from '../../../src/render/slack/button-value.ts';
import { atSlack, shown, started } from '../support/at-slack.ts';
import { ids, pressBody, privateMessage } from '../support/idle-app.ts';

const at = atSlack();

describe('a button', () => {
  it('runs its request and answers in the thread of its message', async () => {
    const app = await started();
    expect(await app.send(pressBody('run.0', toButtonValue('explain web -n shop')))).toBeUndefined();
    expect(app.assistant.asked).toEqual(['explain web -n shop']);
    expect(at.slack.of('chat.postMessage')).toMatchObject([{ channel: ids.channel, thread_ts: '400.000100' }]);
  });

  it('on a private message answers in private', async () => {
    const app = await started();
    await app.send(pressBody('run.0', toButtonValue('explain web -n shop'), privateMessage));
    expect(at.slack.of('respond')).toMatchObject([{ response_type: 'ephemeral', replace_original: false }]);
    expect(at.slack.of('chat.postMessage')).toEqual([]);
  });

  it('on the Home tab answers in a direct message', async () => {
    const app = await started();
    const home = { channel: undefined, message: undefined, container: { type: 'view', view_id: 'V1' }, view: { id: 'V1' } };
    await app.send(pressBody('run.0', toButtonValue('scan -n shop'), home));
    expect(at.slack.of('chat.postMessage')).toMatchObject([{ channel: ids.user }]);
  });

  it('that decides puts the next step in the place of the question', async () => {
    const app = await started();
    await app.send(pressBody('choose.0.1', toButtonValue('expose web -n shop --audience internet')));
    expect(at.slack.of('chat.update')).toMatchObject([{ channel: ids.channel, ts: '500.000100' }]);
    expect(shown(at.slack.of('chat.update')[0])).toContain('Write the YAML');
    expect(at.slack.of('chat.postMessage')).toEqual([]);
  });

  it('that decides replaces a private question', async () => {
    const app = await started();
    await app.send(pressBody('choose.0.1', toButtonValue('expose web -n shop --audience internet'), privateMessage));
    expect(at.slack.of('respond')).toMatchObject([{ replace_original: true }]);
  });

  it('that decides answers in the thread when the question is gone', async () => {
    const app = await started();
    at.slack.next('chat.update', 'message_not_found');
    await app.send(pressBody('choose.0.1', toButtonValue('expose web -n shop --audience internet')));
    expect(at.slack.of('chat.postMessage')).toMatchObject([{ thread_ts: '400.000100' }]);
  });

  it.each([
    ['no value', 'run.0', undefined],
    ['a value that is no JSON', 'run.0', 'triage web'],
    ['a value of another version', 'choose.0.0', '{"v":2,"r":"triage web"}'],
    ['more in its value than this version knows', 'share', '{"v":1,"r":"triage web","x":1}'],
    ['an unknown action', 'old-action', toButtonValue('triage web')],
  ])('with %s asks to start again', async (_, actionId, value) => {
    const app = await started();
    expect(await app.send(pressBody(actionId, value))).toBeUndefined();
    expect(at.slack.of('respond')[0]?.['text']).toContain('please start again');
    expect(app.assistant.asked).toEqual([]);
  });

  it('is authorised when it is pressed, not when it was sent', async () => {
    const app = await started({ mayAsk: (asker) => asker.userId !== ids.user });
    await app.send(pressBody('run.0', toButtonValue('triage web'), privateMessage));
    expect(at.slack.of('respond')[0]?.['text']).toContain('You may not ask this here.');
    expect(app.assistant.asked).toEqual([]);
  });

  it('pressed twice by accident is answered for each press, delivered twice only once', async () => {
    const app = await started();
    const body = pressBody('run.0', toButtonValue('scan -n shop'));
    await app.send(body);
    await app.send(body);
    await app.send(pressBody('run.0', toButtonValue('scan -n shop')));
    expect(at.slack.of('chat.postMessage')).toHaveLength(2);
  });
});
