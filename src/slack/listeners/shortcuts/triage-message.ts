import type { App, MessageShortcut } from '@slack/bolt';
import { badRequest } from '../../../core/problem/problem.ts';
import { messageText } from '../../message-text.ts';
import { reply, type SlackFront } from '../../slack-front.ts';
import { triageOf } from '../../thread/about-root.ts';

/** The message shortcut, as the app manifest registers it. */
export const triageMessageId = 'triage_message';

/** "Triage this" on any message: what it names is triaged in its thread. */
export function onTriageMessage(app: App, front: SlackFront): void {
  app.shortcut<MessageShortcut>(
    { type: 'message_action', callback_id: triageMessageId },
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
        // What cannot be located is said by the answer to the words.
        const named = await front.alerts.triageOf(message, asker).catch(() => undefined);
        await reply(front, asker, place, () => {
          if (named !== undefined) return named;
          const words = messageText(message, context.botUserId);
          if (words === '')
            throw badRequest('This message has no text to triage.', 'Type the Service: /k8s-svc triage SERVICE -n NAMESPACE');
          return triageOf(words);
        });
      });
    },
  );
}
