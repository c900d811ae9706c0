import { messageJson } from '../message-json.ts';
import type { Channel, Json, Message } from '../model.ts';
import { checkContent } from './check-content.ts';
import { checkFiles } from './check-files.ts';
import { findChannel, findMessage, findOwnChannel, findThread } from './find-channel.ts';
import { required, type Method, type Methods, type Slack, SlackFault } from './method.ts';

const scopes = ['chat:write'];

const reply = (slack: Slack, message: Message, warning: string | undefined): Json => ({
  channel: message.channel,
  ts: message.ts,
  message: messageJson(slack.workspace, message, true),
  ...(warning === undefined ? {} : { warning, response_metadata: { warnings: [warning] } }),
});

/** Only the app's own messages can be changed or deleted by it. */
function ownMessage(args: Json, slack: Slack, channel: Channel, fault: string): Message {
  const message = findMessage(args, slack, channel);
  if (message.user !== slack.workspace.directory.app.botUserId) throw new SlackFault(fault);
  return message;
}

const postMessage: Method = {
  token: 'bot',
  scopes,
  run(args, slack) {
    const channel = findOwnChannel(args, slack);
    const { warning, ...content } = checkContent(args);
    checkFiles(slack, content.blocks);
    const threadTs = findThread(args, slack, channel);
    const user = slack.workspace.directory.app.botUserId;
    return reply(slack, slack.workspace.post({ ...content, channel: channel.id, user, threadTs }), warning);
  },
};

const postEphemeral: Method = {
  token: 'bot',
  scopes,
  run(args, slack) {
    const channel = findOwnChannel(args, slack);
    const only = required(args, 'user', 'user_not_in_channel');
    if (!channel.members.includes(only)) throw new SlackFault('user_not_in_channel');
    const { warning: _, ...content } = checkContent(args);
    checkFiles(slack, content.blocks);
    const threadTs = findThread(args, slack, channel);
    const user = slack.workspace.directory.app.botUserId;
    return { message_ts: slack.workspace.post({ ...content, channel: channel.id, user, threadTs, only }).ts };
  },
};

const update: Method = {
  token: 'bot',
  scopes,
  run(args, slack) {
    const channel = findOwnChannel(args, slack);
    const before = ownMessage(args, slack, channel, 'cant_update_message');
    const { warning, metadata, ...content } = checkContent(args);
    checkFiles(slack, content.blocks);
    const patch = { ...content, edited: true, ...(metadata === undefined ? {} : { metadata }) };
    const message = slack.workspace.change(channel.id, before.ts, patch, true) ?? before;
    return { ...reply(slack, message, warning), text: message.text };
  },
};

/** Source: docs.slack.dev/reference/methods?family=chat */
export const chatMethods: Methods = {
  'chat.postMessage': postMessage,
  'chat.postEphemeral': postEphemeral,
  'chat.update': update,
  'chat.delete': {
    token: 'bot',
    scopes,
    run(args, slack) {
      const channel = findOwnChannel(args, slack);
      const { ts } = ownMessage(args, slack, channel, 'cant_delete_message');
      slack.workspace.remove(channel.id, ts);
      return { channel: channel.id, ts };
    },
  },
  'chat.getPermalink': {
    token: 'bot',
    run(args, slack) {
      const channel = findChannel(args, slack);
      const { ts } = findMessage(args, slack, channel, 'message_ts');
      return { channel: channel.id, permalink: `${slack.url()}/archives/${channel.id}/p${ts.replace('.', '')}` };
    },
  },
};
