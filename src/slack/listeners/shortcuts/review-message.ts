import type { App } from '@slack/bolt';
import { badRequest } from '../../../core/problem/problem.ts';
import type { SlackFront } from '../../slack-front.ts';
import { yamlInMessage } from '../../yaml-in-message.ts';
import { answerShortcut } from './answer-shortcut.ts';

/** The message shortcut, as the app manifest registers it. */
export const reviewMessageId = 'review_message';

/** "Review YAML" on any message: the YAML in it is reviewed in its thread. */
export function onReviewMessage(app: App, front: SlackFront): void {
  answerShortcut(app, front, reviewMessageId, ({ message, botUserId }) => () => {
    const text = yamlInMessage(message, botUserId);
    if (text !== undefined) return { verb: 'review', text };
    const files = Array.isArray(message['files']) && message['files'].length > 0;
    throw files
      ? badRequest(
          'The YAML of this message is in a file, and k8s-svc may not read files: it has no scope files:read.',
          'Paste the YAML into a message, or in the terminal: k8s-svc review -f FILE',
        )
      : badRequest('There is no YAML in this message.', 'Paste it as a code block, or: @k8s-svc review YAML');
  });
}
