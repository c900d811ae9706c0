import { describe, expect, it } from 'vitest';
import { atSlack, shown, started } from '../support/at-slack.ts';
import { commandBody, eventBody, ids, pressBody } from '../support/idle-app.ts';

const at = atSlack();
const mention = (words: string) => eventBody({ type: 'app_mention', text: `<@${ids.bot}> ${words}` });
const press = (value: string, userId: string = ids.user) =>
  pressBody('feedback', value, { user: { id: userId, team_id: ids.team } });

describe('feedback', () => {
  it('can be given on an answer that can be right or wrong, in a thread', async () => {
    const app = await started();
    await app.send(mention('triage checkout -n shop'));
    const blocks = shown(at.slack.of('chat.postMessage')[0]);
    expect(blocks).toContain('"type":"feedback_buttons","action_id":"feedback"');
    expect(blocks).toContain('"value":"good:triage"');
    expect(blocks).toContain('"value":"bad:triage"');
  });

  it.each(['expose web -n shop', 'triage nowhere', 'help', 'use test'])('is not asked for under "%s"', async (words) => {
    const app = await started();
    await app.send(mention(words));
    expect(at.slack.of('chat.postMessage')).toHaveLength(1);
    expect(shown(at.slack.of('chat.postMessage')[0])).not.toContain('feedback');
  });

  it('is not asked for in private', async () => {
    const app = await started();
    await app.send(commandBody('triage checkout -n shop'));
    expect(shown(at.slack.of('respond')[0])).not.toContain('feedback');
  });

  it('is counted by intent once a person and message, thanked for in private, and logged without words or names', async () => {
    const counted: string[] = [];
    const app = await started({ onFeedback: (intent, value) => void counted.push(`${intent} ${value}`) });
    await app.send(press('good:triage'));
    await app.send(press('bad:triage'));
    await app.send(press('bad:triage', 'U2OTHER'));
    expect(counted).toEqual(['triage good', 'triage bad']);
    expect(at.slack.of('respond')).toHaveLength(2);
    expect(at.slack.of('respond')[0]).toMatchObject({
      response_type: 'ephemeral',
      replace_original: false,
      text: 'Thank you: counted.',
    });
    expect(app.log.lines.filter((line) => line.includes('feedback'))).toEqual([
      'info feedback {"intent":"triage","value":"good"}',
      'info feedback {"intent":"triage","value":"bad"}',
    ]);
  });

  it.each([
    ['triage', 'triage SERVICE -n NAMESPACE'],
    ['decide', 'who has to reach it'],
    ['manifest', 'manifest LoadBalancer WORKLOAD'],
    ['explain', 'explain SERVICE -n NAMESPACE'],
    ['concept', 'in other words'],
  ])('that is bad on %s is answered with how to ask', async (intent, hint) => {
    const app = await started();
    await app.send(press(`bad:${intent}`));
    expect(shown(at.slack.of('respond')[0])).toContain(hint);
  });

  it('of another version is asked to start again, and not counted', async () => {
    const counted: string[] = [];
    const app = await started({ onFeedback: (intent) => void counted.push(intent) });
    await app.send(press('good:dance'));
    expect(at.slack.of('respond')[0]?.['text']).toContain('please start again');
    expect(counted).toEqual([]);
  });

  it('goes before the answer does, where Slack does not know its block', async () => {
    const app = await started();
    at.slack.next('chat.postMessage', 'invalid_blocks');
    await app.send(mention('triage checkout -n shop'));
    const [, second] = at.slack.of('chat.postMessage');
    expect(shown(second)).not.toContain('feedback');
    expect(shown(second)).toContain('Selector is one letter away');
  });
});
