import { timeOf } from '../fake-slack/timestamps.ts';
import type { Message, SlackFile, User, View } from '../fake-slack/model.ts';
import type { Workspace } from '../fake-slack/workspace.ts';
import { drawAttachments } from './draw/attachments.ts';
import { drawBlocks } from './draw/blocks.ts';
import { emojiOf } from './draw/emoji.ts';
import { drawMrkdwn } from './draw/mrkdwn.ts';
import type { Names } from './draw/names.ts';
import { plainOf } from './draw/text-object.ts';
import type { PageFile, PageMessage, PageView } from './page-model.ts';

const PREVIEW_LINES = 14;

/** A message as the page shows it: its blocks, or its text where it has none. */
export function showMessage(workspace: Workspace, message: Message): PageMessage {
  const names = namesOf(workspace);
  const author = workspace.user(message.user);
  return {
    channel: message.channel,
    ts: message.ts,
    threadTs: message.threadTs ?? null,
    author: {
      id: message.user,
      name: author?.realName ?? message.user,
      isApp: author?.isBot ?? false,
      face: faceOf(workspace, author),
    },
    at: timeOf(message.ts),
    body: [
      ...(message.blocks.length > 0 ? drawBlocks(message.blocks, names) : drawMrkdwn(message.text, names)),
      ...drawAttachments(message.attachments, names),
    ],
    files: message.files.flatMap((id) => showFile(workspace.file(id))),
    reactions: message.reactions.map((one) => ({ sign: emojiOf(one.name) ?? `:${one.name}:`, count: one.users.length })),
    edited: message.edited,
    isEphemeral: message.only !== undefined,
  };
}

export function showView(workspace: Workspace, view: View): PageView {
  const { title, submit, close, blocks } = view.body;
  return {
    id: view.id,
    title: plainOf(title),
    submit: plainOf(submit),
    close: plainOf(close) || 'Close',
    body: drawBlocks(blocks, namesOf(workspace)),
  };
}

function showFile(file: SlackFile | undefined): readonly PageFile[] {
  if (file === undefined) return [];
  const isText = !/\.(png|jpe?g|gif|svg)$/i.test(file.name);
  const lines = isText ? file.content.toString('utf8').trimEnd().split('\n') : [];
  return [
    {
      title: file.title,
      url: `/files/${encodeURIComponent(file.id)}/${encodeURIComponent(file.name)}`,
      kind: isText ? (file.snippetType ?? 'text').toUpperCase() : 'image',
      preview: lines.slice(0, PREVIEW_LINES).join('\n'),
      moreLines: Math.max(lines.length - PREVIEW_LINES, 0),
    },
  ];
}

/** What stands in for a picture: the wheel for k8s-svc, a bell for who sends alerts, else the first letter. */
function faceOf({ directory }: Workspace, author: User | undefined): string {
  if (author?.id === directory.app.botUserId) return '☸';
  return author?.botId === undefined ? (author?.realName ?? '?').slice(0, 1) : '🔔';
}

function namesOf(workspace: Workspace): Names {
  return { user: (id) => workspace.user(id)?.name, channel: (id) => workspace.channel(id)?.name };
}
