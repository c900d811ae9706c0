import { messageJson } from '../message-json.ts';
import type { Channel, Json, Message } from '../model.ts';
import { findChannel, findMessage, findOwnChannel } from './find-channel.ts';
import { flag, required, text, type Methods, type Slack, SlackFault } from './method.ts';

const historyScopes = ['channels:history', 'im:history', 'groups:history'];

/** A page of messages; the cursor is the number of those already sent. */
function page(args: Json, slack: Slack, messages: readonly Message[]): Json {
  const limit = Math.min(Math.max(Number(text(args, 'limit') ?? 100), 1), 999);
  const from = Number(text(args, 'cursor')?.replace(/^next:/, '') ?? 0);
  if (Number.isNaN(limit)) throw new SlackFault('invalid_limit');
  if (Number.isNaN(from)) throw new SlackFault('invalid_cursor');
  const more = from + limit < messages.length;
  return {
    messages: messages
      .slice(from, from + limit)
      .map((one) => messageJson(slack.workspace, one, flag(args, 'include_all_metadata'))),
    has_more: more,
    response_metadata: { next_cursor: more ? `next:${from + limit}` : '' },
  };
}

const visible = (slack: Slack, channel: Channel) =>
  slack.workspace.messages(channel.id).filter((one) => one.only === undefined);

const channelJson = (slack: Slack, channel: Channel): Json => ({
  id: channel.id,
  ...(channel.kind === 'im'
    ? { is_im: true, user: channel.members.find((member) => member !== slack.workspace.directory.app.botUserId) }
    : { name: channel.name, is_channel: true, is_im: false }),
  is_private: channel.kind === 'im',
  is_member: channel.members.includes(slack.workspace.directory.app.botUserId),
});

/** Source: docs.slack.dev/reference/methods?family=conversations */
export const conversationMethods: Methods = {
  'conversations.replies': {
    token: 'bot',
    scopes: historyScopes,
    run(args, slack) {
      const channel = findOwnChannel(args, slack);
      const asked = findMessage({ ...args, ts: required(args, 'ts', 'thread_not_found') }, slack, channel);
      const root = asked.threadTs ?? asked.ts;
      return page(
        args,
        slack,
        visible(slack, channel).filter((one) => one.ts === root || one.threadTs === root),
      );
    },
  },
  'conversations.history': {
    token: 'bot',
    scopes: historyScopes,
    run(args, slack) {
      const channel = findOwnChannel(args, slack);
      const oldest = Number(text(args, 'oldest') ?? 0);
      const latest = Number(text(args, 'latest') ?? Number.POSITIVE_INFINITY);
      const within = (ts: number) => (flag(args, 'inclusive') ? ts >= oldest && ts <= latest : ts > oldest && ts < latest);
      const roots = visible(slack, channel).filter((one) => one.threadTs === undefined && within(Number(one.ts)));
      return page(args, slack, roots.toReversed());
    },
  },
  'conversations.info': {
    token: 'bot',
    scopes: ['channels:read', 'im:read', 'groups:read'],
    run: (args, slack) => ({ channel: channelJson(slack, findChannel(args, slack)) }),
  },
  'conversations.open': {
    token: 'bot',
    scopes: ['im:write'],
    run(args, slack) {
      const user = required(args, 'users');
      const channel = slack.workspace.directMessage(user);
      if (channel === undefined) throw new SlackFault('user_not_found');
      return { channel: channelJson(slack, channel) };
    },
  },
};
