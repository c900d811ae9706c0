import type { Channel, Json, Message } from '../model.ts';
import { required, type Slack, SlackFault, text } from './method.ts';

/** The channel by id or name, or the direct message when a user id is given. */
export function findChannel(args: Json, { workspace }: Slack, key = 'channel'): Channel {
  const wanted = required(args, key, 'channel_not_found');
  const channel = workspace.channel(wanted) ?? (workspace.user(wanted) && workspace.directMessage(wanted));
  if (channel === undefined) throw new SlackFault('channel_not_found');
  return channel;
}

/** The channel, when the app is in it: without `chat:write.public` it may neither write nor read elsewhere. */
export function findOwnChannel(args: Json, slack: Slack, key = 'channel'): Channel {
  const channel = findChannel(args, slack, key);
  if (!channel.members.includes(slack.workspace.directory.app.botUserId)) throw new SlackFault('not_in_channel');
  return channel;
}

export function findMessage(args: Json, slack: Slack, channel: Channel, key = 'ts'): Message {
  const message = slack.workspace.message(channel.id, required(args, key, 'message_not_found'));
  if (message === undefined || message.only !== undefined) throw new SlackFault('message_not_found');
  return message;
}

/**
 * The root of the thread to reply to. Slack takes a reply's own ts with strange results and warns against it; the fake
 * refuses it.
 */
export function findThread(args: Json, slack: Slack, channel: Channel): string | undefined {
  const threadTs = text(args, 'thread_ts');
  if (threadTs === undefined) return undefined;
  const root = slack.workspace.message(channel.id, threadTs);
  if (root === undefined || root.threadTs !== undefined || root.only !== undefined) throw new SlackFault('thread_not_found');
  return root.ts;
}
