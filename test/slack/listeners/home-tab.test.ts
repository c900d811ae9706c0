import { describe, expect, it } from 'vitest';
import { atSlack, started } from '../support/at-slack.ts';
import { eventBody, ids } from '../support/idle-app.ts';

const at = atSlack();

describe('the Home tab', () => {
  it('shows the help', async () => {
    const app = await started();
    await app.send(eventBody({ type: 'app_home_opened', tab: 'home', channel: ids.direct }));
    expect(at.slack.of('views.publish')).toMatchObject([{ user_id: ids.user, view: { type: 'home' } }]);
    expect(JSON.stringify(at.slack.of('views.publish'))).toContain('Scan shop');
  });

  it('is left alone when the messages tab is opened', async () => {
    const app = await started();
    await app.send(eventBody({ type: 'app_home_opened', tab: 'messages', channel: ids.direct }));
    expect(at.slack.calls).toEqual([]);
  });
});
