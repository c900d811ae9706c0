import type { App } from '@slack/bolt';
import { badRequest } from '../../../core/problem/problem.ts';
import { messageText } from '../../message-text.ts';
import type { SlackFront } from '../../slack-front.ts';
import { triageOf } from '../../thread/about-root.ts';
import { answerShortcut } from './answer-shortcut.ts';

/** The message shortcut, as the app manifest registers it. */
export const triageMessageId = 'triage_message';

/** "Triage this" on any message: what it names is triaged in its thread. */
export function onTriageMessage(app: App, front: SlackFront): void {
  answerShortcut(app, front, triageMessageId, ({ message, asker, botUserId }) => async () => {
    // What cannot be located is said by the answer to the words.
    const named = await front.alerts.triageOf(message, asker).catch(() => undefined);
    if (named !== undefined) return named;
    const words = messageText(message, botUserId);
    if (words === '')
      throw badRequest('This message has no text to triage.', 'Type the Service: /k8s-svc triage SERVICE -n NAMESPACE');
    return triageOf(words);
  });
}
