import type { App } from '@slack/bolt';
import { renderSlack } from '../../../render/slack/render-slack.ts';
import { homeAnswer } from '../../home/home-answer.ts';
import { acceptable } from '../../deliver/outgoing.ts';
import type { SlackFront } from '../../slack-front.ts';

/**
 * The Home tab shows what this person can ask about, what they looked at lately, and the help, with examples to press. The
 * Messages tab of the agent view shows examples above the field.
 */
export function onAppHomeOpened(app: App, front: SlackFront): void {
  app.event('app_home_opened', async ({ event, body, client }) => {
    if (event.tab === 'messages' && (await front.agent.isOn(client))) await front.agent.offerPrompts(client, event.channel);
    if (event.tab !== 'home') return;
    const place = { kind: 'post', channel: event.user, userId: event.user } as const;
    await front.handle([`event:${body.event_id}`], place, async () => {
      const asker = { userId: event.user, teamId: body.team_id, channelId: event.channel, via: 'home' } as const;
      const [{ answer: help }, defaults, recent] = await Promise.all([
        front.answerer.answer(asker, () => ({ verb: 'help' })),
        front.defaults(event.channel),
        front.recent.read(asker),
      ]);
      const { clusters } = front;
      const { blocks } = renderSlack(homeAnswer(help, { clusters, defaults, recent }), { surface: 'home' });
      if (!acceptable(blocks, 'home', { logger: front.logger, strict: front.strictPayloads })) return;
      // Nobody asked for this in words: a failure here is for the log, not for a message.
      await front.poster.publishHome(event.user, blocks).catch(() => front.logger.warn('Home tab not published'));
    });
  });
}
