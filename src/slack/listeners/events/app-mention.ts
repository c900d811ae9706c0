import type { App } from '@slack/bolt';
import { fromSlackText } from '../../slack-text.ts';
import { reply, type SlackFront } from '../../slack-front.ts';
import { aboutRoot } from '../../thread/about-root.ts';
import { continueThread } from '../../thread/continue-thread.ts';
import { namesFor } from '../../thread/names-for.ts';

/** `@k8s-svc …` is answered in its thread, where a follow-up keeps the context. */
export function onAppMention(app: App, front: SlackFront): void {
  app.event('app_mention', async ({ event, body, context, client }) => {
    // Another bot that mentions us would talk with us forever.
    if (event.bot_id !== undefined || event.user === undefined || event.subtype !== undefined) return;
    const { channel, user: userId } = event;
    const threadTs = event.thread_ts ?? event.ts;
    const place = { kind: 'post', channel, threadTs, userId } as const;
    await front.handle([`event:${body.event_id}`, `message:${channel}:${event.ts}`], place, async () => {
      const words = fromSlackText(event.text, context.botUserId);
      const { thread_ts: inThread } = event;
      const { botUserId } = context;
      const here = { channel, threadTs, ts: event.ts, direct: false, botUserId };
      const state = inThread === undefined ? undefined : await front.threads.recall(here, client);
      const above =
        inThread === undefined || state !== undefined
          ? undefined
          : await aboutRoot(words, { channel, threadTs: inThread, botUserId }, client);
      const asker = { userId, teamId: body.team_id, channelId: channel, via: 'mention' } as const;
      await reply(front, asker, place, async () => {
        if (state === undefined) return above ?? front.parse(words);
        return continueThread(state, words, front.parse, await namesFor(front, asker, state));
      });
    });
  });
}
