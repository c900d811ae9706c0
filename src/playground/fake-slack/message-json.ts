import type { Json, Message, View } from './model.ts';
import type { Workspace } from './workspace.ts';

/** A message as the Web API and events carry it. Metadata is only there when it was asked for. */
export function messageJson(workspace: Workspace, message: Message, withMetadata = false): Json {
  const { app, team } = workspace.directory;
  const isOurs = message.user === app.botUserId;
  const replies = workspace.messages(message.channel).filter((one) => one.threadTs === message.ts && one.only === undefined);
  const other = workspace.user(message.user);
  return {
    type: 'message',
    // A webhook has no user: it is told apart by its bot_id and the name that it chose.
    ...(other?.botId === undefined
      ? { user: message.user }
      : { subtype: 'bot_message', bot_id: other.botId, username: other.realName }),
    text: message.text,
    ts: message.ts,
    team: team.id,
    ...(isOurs ? { bot_id: app.botId, app_id: app.id } : {}),
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs, parent_user_id: parentUser(workspace, message) }),
    ...(replies.length === 0 ? {} : { thread_ts: message.ts, reply_count: replies.length, latest_reply: replies.at(-1)?.ts }),
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.attachments.length === 0 ? {} : { attachments: message.attachments }),
    ...(message.files.length === 0 ? {} : { files: message.files.map((id) => fileJson(workspace, id)) }),
    ...(message.edited ? { edited: { user: message.user, ts: message.ts } } : {}),
    ...(message.reactions.length === 0
      ? {}
      : { reactions: message.reactions.map((one) => ({ ...one, count: one.users.length })) }),
    ...(withMetadata && message.metadata !== undefined ? { metadata: message.metadata } : {}),
  };
}

export function fileJson(workspace: Workspace, id: string): Json {
  const file = workspace.file(id);
  return {
    id,
    name: file?.name ?? '',
    title: file?.title ?? '',
    size: file?.content.length ?? 0,
    filetype: file?.snippetType ?? 'text',
  };
}

export function viewJson(workspace: Workspace, view: View): Json {
  return {
    private_metadata: '',
    callback_id: '',
    ...view.body,
    id: view.id,
    hash: view.hash,
    type: view.type,
    team_id: workspace.directory.team.id,
    app_id: workspace.directory.app.id,
    bot_id: workspace.directory.app.botId,
    root_view_id: view.previous ?? view.id,
    previous_view_id: view.previous ?? null,
    state: { values: {} },
  };
}

function parentUser(workspace: Workspace, message: Message): string | undefined {
  return message.threadTs === undefined ? undefined : workspace.message(message.channel, message.threadTs)?.user;
}
