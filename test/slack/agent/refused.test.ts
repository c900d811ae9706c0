import { expect, it } from 'vitest';
import { atSlack, started } from '../support/at-slack.ts';
import { eventBody, ids } from '../support/idle-app.ts';

const at = atSlack();
const dm = (text: string) => eventBody({ type: 'message', channel_type: 'im', channel: ids.direct, text });

it('an agent view that the workspace does not pay for is let alone for ten minutes', async () => {
  at.slack.scopes = 'chat:write,assistant:write';
  at.slack.next('agents.sessions.setStatus', 'not_allowed');
  const app = await started();
  await app.send(dm('help'));
  await app.send(dm('triage checkout -n shop'));
  expect(at.slack.of('agents.sessions.setStatus')).toHaveLength(1);
  expect(at.slack.of('chat.postMessage')).toHaveLength(2);
  expect(app.log.lines).toContain('warn the agent view was not told {"what":"processing","error":"not_allowed"}');
  app.pass(10 * 60_000);
  await app.send(dm('help'));
  expect(at.slack.of('agents.sessions.setStatus').map((one) => one['status'])).toEqual(['processing', 'processing', 'active']);
});
