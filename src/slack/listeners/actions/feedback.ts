import type { App, BlockElementAction } from '@slack/bolt';
import { answer, paragraph } from '../../../core/answer/build.ts';
import { plain } from '../../../core/answer/text.ts';
import { actionIds } from '../../../render/slack/buttons.ts';
import { feedbackIn, hintFor } from '../../feedback.ts';
import type { SlackFront } from '../../slack-front.ts';
import { pressedOf } from './pressed.ts';
import { staleButton } from './stale.ts';

const onceForMs = 24 * 60 * 60 * 1_000;

/** "Helpful" and "Not helpful": counted once a person and message, thanked in private, and nothing that was said is kept. */
export function onFeedback(app: App, front: SlackFront): void {
  app.action({ type: 'block_actions', action_id: actionIds.feedback }, async ({ ack, body, action, respond }) => {
    await ack();
    const pressed = pressedOf(body as Parameters<typeof pressedOf>[0], respond);
    const given = feedbackIn((action as BlockElementAction & { readonly value?: unknown }).value);
    const { channel, ts } = pressed.message ?? { channel: pressed.asker.channelId, ts: '' };
    await front.handle([pressed.key], pressed.privately(false), async () => {
      if (given === undefined) return staleButton(front, pressed);
      if (!(await front.isFirst(`feedback:${pressed.asker.userId}:${channel}:${ts}`, onceForMs))) return;
      front.countFeedback(given.intent, given.value);
      const thanks =
        given.value === 'good'
          ? answer('smalltalk', 'Thank you: counted.')
          : answer('smalltalk', 'Thank you: counted, without what was said here.', {
              parts: [paragraph(plain(hintFor(given.intent)))],
            });
      await front.delivery.deliver(pressed.privately(false), thanks);
    });
  });
}
