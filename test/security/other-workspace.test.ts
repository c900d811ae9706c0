import { describe, expect, it } from 'vitest';
import { isOfOurs } from '../../src/slack/own-workspace.ts';
import { unobserved, type SlackObserver } from '../../src/slack/observer.ts';
import { atSlack, started } from '../slack/support/at-slack.ts';
import { commandBody, eventBody, pressBody } from '../slack/support/idle-app.ts';

const at = atSlack();

function watching() {
  const refused: unknown[] = [];
  const observer: SlackObserver = { ...unobserved, refused: (...all) => void refused.push(all) };
  return { observer, refused };
}

const ours = { teamId: 'T1' };
const mention = (more: Record<string, unknown>, outer: Record<string, unknown> = {}) => ({
  ...eventBody({ type: 'app_mention', text: '<@U1BOT> triage checkout -n shop', ...more }),
  ...outer,
});

describe('somebody of another workspace', () => {
  it.each([
    ['mentions the bot in a shared channel', mention({ user_team: 'T2OTHER', source_team: 'T2OTHER' })],
    ['whose team is told by the message alone', mention({ team: 'T2OTHER' })],
    ['of whom the envelope alone tells', mention({}, { team_id: 'T2OTHER', authorizations: [{ team_id: 'T1' }] })],
    ['presses a button there', { ...pressBody('run.0', '{"v":1,"r":"scan -A"}'), user: { id: 'U9', team_id: 'T2OTHER' } }],
    ['sends an event of another installation', mention({}, { authorizations: [{ team_id: 'T2OTHER' }] })],
    ['names no workspace at all', mention({}, { team_id: undefined, authorizations: [] })],
  ])('%s: gets no answer, and nothing is read', async (_, body) => {
    const { observer, refused } = watching();
    const app = await started({ ...ours, observer });
    await app.send(body);
    await app.settled();
    expect(app.assistant.asked).toEqual([]);
    expect(at.slack.calls).toEqual([]);
    expect(refused).toHaveLength(1);
    expect(refused[0]).toMatchObject(['other-workspace', { teamId: expect.stringMatching(/^(?:T1|T2OTHER|)$/u) }]);
  });

  it('who types the command is told that it is not for them', async () => {
    const { observer, refused } = watching();
    const app = await started({ ...ours, observer });
    const said = await app.send(commandBody('scan -A', { team_id: 'T2OTHER', user_id: 'U9' }));
    expect(said).toEqual({ text: 'k8s-svc answers people of its own workspace only.' });
    expect(app.assistant.asked).toEqual([]);
    expect(refused).toEqual([['other-workspace', { userId: 'U9', teamId: 'T2OTHER', channelId: 'C1' }]]);
  });
});

describe('one of our own', () => {
  it.each([
    ['by mention', mention({ user_team: 'T1', team: 'T1' })],
    ['by command', commandBody('triage checkout -n shop')],
    ['by button', { ...pressBody('run.0', '{"v":1,"r":"triage checkout -n shop"}'), user: { id: 'U1PERSON', team_id: 'T1' } }],
  ])('is answered %s', async (_, body) => {
    const app = await started(ours);
    await app.send(body);
    await app.settled();
    expect(app.assistant.asked).toEqual(['triage checkout -n shop']);
  });

  it('may be of a further workspace that the configuration names', async () => {
    const app = await started({ ...ours, teams: ['T2OTHER'] });
    await app.send(mention({ user_team: 'T2OTHER' }, { team_id: 'T2OTHER', authorizations: [{ team_id: 'T1' }] }));
    await app.settled();
    expect(app.assistant.asked).toEqual(['triage checkout -n shop']);
  });
});

describe('isOfOurs', () => {
  it.each([undefined, null, 'T1', [], {}, { team_id: 7 }, { team: 'T1' }, { event: { team: { id: 'T1' } } }])(
    'takes %j for nobody’s',
    (body) => {
      expect(isOfOurs(body, new Set(['T1']))).toBe(false);
    },
  );
});
