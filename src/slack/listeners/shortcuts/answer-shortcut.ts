import type { App, MessageShortcut } from '@slack/bolt';
import type { ToRequest } from '../../answerer.ts';
import type { Asker } from '../../deps.ts';
import { reply, type SlackFront } from '../../slack-front.ts';

/** The message that a shortcut was chosen on. */
export interface ChosenMessage {
  readonly message: MessageShortcut['message'];
  readonly asker: Asker;
  readonly botUserId: string | undefined;
}

/** A shortcut in the menu of any message, answered in the thread of that message, also where it is no thread yet. */
export function answerShortcut(
  app: App,
  front: SlackFront,
  callbackId: string,
  toRequestOf: (chosen: ChosenMessage) => ToRequest,
): void {
  app.shortcut<MessageShortcut>({ type: 'message_action', callback_id: callbackId }, async ({ ack, shortcut, context }) => {
    await ack();
    const { message, user, team } = shortcut;
    const channel = shortcut.channel.id;
    const threadTs: string = message['thread_ts'] ?? message.ts;
    const place = { kind: 'post', channel, threadTs, userId: user.id } as const;
    const teamId = team?.id ?? user.team_id ?? '';
    const asker = { userId: user.id, teamId, channelId: channel, via: 'shortcut' } as const;
    await front.handle([`shortcut:${shortcut.trigger_id}`], place, () =>
      reply(front, asker, place, toRequestOf({ message, asker, botUserId: context.botUserId })),
    );
  });
}
