import { expect, it } from 'vitest';
import { unobserved, type AnsweredRequest, type SlackObserver } from '../../../src/slack/observer.ts';
import { inAlertWorkspace } from './alert-workspace.ts';

it('an alert is told of as one that nobody asked, once, with how it ended', async () => {
  const answered: AnsweredRequest[] = [];
  const outcomes: string[] = [];
  const within: string[] = [];
  const observer: SlackObserver = {
    ...unobserved,
    within: (requestId, work) => {
      within.push(requestId);
      return work();
    },
    answered: (one) => void answered.push(one),
    alert: (outcome) => void outcomes.push(outcome),
  };
  await inAlertWorkspace(
    async ({ post }) => {
      await post('grafana-firing');
      await post('deploy-bot');
    },
    { observer },
  );
  expect(outcomes).toEqual(['answered', 'passed-over']);
  expect(answered).toHaveLength(1);
  expect(answered[0]).toMatchObject({ asker: { userId: 'alert', via: 'alert' }, request: { verb: 'triage' } });
  expect(within[0]).toBe(answered[0]?.requestId);
});
