import type { App } from '@slack/bolt';
import { alertNewsOf } from '../../alerts/alert-news.ts';
import type { SlackFront } from '../../slack-front.ts';

/** Alerts that other bots post, edit and delete in the configured channels. Never says anything where it fails: nobody asked. */
export function onAlertMessage(app: App, front: SlackFront): void {
  app.event('message', async ({ event, body, context, client }) => {
    if (!front.alerts.mayRead(event.channel)) return;
    const news = alertNewsOf(event, context);
    if (news === undefined) return;
    const place = { kind: 'post', channel: news.channel, threadTs: news.ts, userId: news.channel } as const;
    const delivered = { ...news, eventId: body.event_id, teamId: body.team_id, botUserId: context.botUserId };
    await front.handle([], place, () => front.alerts.take(delivered, client));
  });
}
