import { messageJson } from '../message-json.ts';
import type { Message } from '../model.ts';
import type { Act, Delivered } from './people.ts';
import { whoAndWhere } from './people.ts';

/** Chooses a message shortcut from a message's menu. Source: docs.slack.dev/interactivity/implementing-shortcuts */
export async function useMessageShortcut(
  { slack, delivery }: Act,
  user: string,
  message: Message,
  callbackId: string,
): Promise<Delivered> {
  const source = { ts: message.ts, threadTs: message.threadTs, ephemeral: false };
  const ack = await delivery.send('interaction', {
    type: 'message_action',
    ...whoAndWhere(slack, user, message.channel),
    callback_id: callbackId,
    trigger_id: slack.triggers.issue(user),
    message_ts: message.ts,
    action_ts: (slack.workspace.now() / 1000).toFixed(6),
    response_url: slack.responseUrls.issue('actions', { channel: message.channel, user, source }),
    message: messageJson(slack.workspace, message, true),
  });
  return { ack };
}
