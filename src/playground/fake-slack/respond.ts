import { checkContent } from './api/check-content.ts';
import { flag, type Slack, SlackFault } from './api/method.ts';
import { findThread } from './api/find-channel.ts';
import type { Json } from './model.ts';
import type { ResponseTarget } from './response-urls.ts';

/**
 * What a POST to a response_url (or the body of a slash command's ack) does: a new message, ephemeral unless
 * `response_type` is `in_channel`, or a change of the message whose button was pressed. Membership does not matter here.
 * Throws SlackFault. Source: docs.slack.dev/interactivity/handling-user-interaction#message_responses
 */
export function respond(slack: Slack, target: ResponseTarget, args: Json): void {
  const { workspace } = slack;
  const channel = workspace.channel(target.channel);
  if (channel === undefined) throw new SlackFault('channel_not_found');
  const { source } = target;
  if (flag(args, 'delete_original')) {
    if (source !== undefined) workspace.remove(channel.id, source.ts);
    return;
  }
  const { warning: _, metadata, ...content } = checkContent(args);
  // A response to a button replaces its message by default when that is ephemeral, and only on request otherwise.
  const replaces =
    args['replace_original'] === undefined
      ? source?.ephemeral === true && args['response_type'] !== 'in_channel'
      : flag(args, 'replace_original');
  if (source !== undefined && replaces) {
    workspace.change(channel.id, source.ts, { ...content, edited: !source.ephemeral }, true);
    return;
  }
  const inChannel = args['response_type'] === 'in_channel';
  const threadTs =
    args['thread_ts'] === undefined ? (inChannel ? undefined : source?.threadTs) : findThread(args, slack, channel);
  workspace.post({
    ...content,
    metadata,
    channel: channel.id,
    user: workspace.directory.app.botUserId,
    threadTs,
    only: inChannel ? undefined : target.user,
  });
}
