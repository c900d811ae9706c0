import type { App, MessageShortcut } from '@slack/bolt';
import { badRequest } from '../../../core/problem/problem.ts';
import { reply, type SlackFront } from '../../slack-front.ts';
import { yamlInMessage } from '../../yaml-in-message.ts';

/** The message shortcut, as the app manifest registers it. */
export const reviewMessageId = 'review_message';

/** "Review YAML" on any message: the YAML in it is reviewed in its thread. */
export function onReviewMessage(app: App, front: SlackFront): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: reviewMessageId },
    async ({ ack, shortcut, context }) => {
      await ack();
      const { message, channel, user, team } = shortcut;
      const threadTs: string = message['thread_ts'] ?? message.ts;
      const place = { kind: 'post', channel: channel.id, threadTs, userId: user.id } as const;
      await front.handle([`shortcut:${shortcut.trigger_id}`], place, async () => {
        const asker = {
          userId: user.id,
          teamId: team?.id ?? user.team_id ?? '',
          channelId: channel.id,
          via: 'shortcut',
        } as const;
        await reply(front, asker, place, () => {
          const text = yamlInMessage(message, context.botUserId);
          if (text !== undefined) return { verb: 'review', text };
          const files = Array.isArray(message['files']) && message['files'].length > 0;
          throw files
            ? badRequest(
                'The YAML of this message is in a file, and k8s-svc may not read files: it has no scope files:read.',
                'Paste the YAML into a message, or in the terminal: k8s-svc review -f FILE',
              )
            : badRequest('There is no YAML in this message.', 'Paste it as a code block, or: @k8s-svc review YAML');
        });
      });
    },
  );
}
