import { messageJson } from './message-json.ts';
import type { Change, Json, Message } from './model.ts';
import type { Workspace } from './workspace.ts';

/**
 * The events that a change in the workspace sends to the app: messages of the channels it is in (its own and changed ones
 * among them, as Slack does), and a mention as a second event of its own. Ephemeral messages send none.
 */
export function eventsOf(workspace: Workspace, change: Change): readonly Json[] {
  if (change.type !== 'message-posted' && change.type !== 'message-changed' && change.type !== 'message-deleted') return [];
  const { message } = change;
  const channel = workspace.channel(message.channel);
  const { botUserId } = workspace.directory.app;
  if (message.only !== undefined || channel === undefined || !channel.members.includes(botUserId)) return [];
  const place = { channel: channel.id, channel_type: channel.kind, event_ts: message.ts };
  if (change.type === 'message-deleted') {
    return [
      {
        type: 'message',
        subtype: 'message_deleted',
        ...place,
        deleted_ts: message.ts,
        previous_message: messageJson(workspace, message),
      },
    ];
  }
  if (change.type === 'message-changed') {
    if (change.message.text === change.previous.text && change.message.blocks === change.previous.blocks) return [];
    return [
      {
        type: 'message',
        subtype: 'message_changed',
        hidden: true,
        ...place,
        message: messageJson(workspace, message),
        previous_message: messageJson(workspace, change.previous),
      },
    ];
  }
  return posted(workspace, message, place);
}

function posted(workspace: Workspace, message: Message, place: Json): readonly Json[] {
  const { botUserId } = workspace.directory.app;
  const event = { ...messageJson(workspace, message), ...place, client_msg_id: `${message.channel}-${message.ts}` };
  const mentions =
    message.user !== botUserId && place['channel_type'] === 'channel' && message.text.includes(`<@${botUserId}>`);
  const { channel_type: _, ...mention } = { ...event, type: 'app_mention' } as Json;
  return mentions ? [event, mention] : [event];
}
