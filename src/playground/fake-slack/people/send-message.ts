import type { Json, Message } from '../model.ts';
import type { Act, Place } from './people.ts';
import { typedText } from './typed-text.ts';

/** Posts what a person typed, in the channel or in a thread of it. The app hears of it by its events. */
export function sendMessage(
  { slack: { workspace } }: Act,
  { user, channel }: Place,
  typed: string,
  threadTs?: string,
): Message {
  return workspace.post({ channel, user, text: typedText(workspace, typed), threadTs });
}

/** What another app posts by its incoming webhook: an alert, a deploy. It reaches our app as a `bot_message`. */
export function postByWebhook(
  { slack: { workspace } }: Act,
  { user, channel }: Place,
  text: string,
  attachments: readonly Json[],
): Message {
  return workspace.post({ channel, user, text, attachments });
}
