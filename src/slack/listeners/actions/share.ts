import type { App, BlockButtonAction } from '@slack/bolt';
import { actionIds } from '../../../render/slack/buttons.ts';
import { fromButtonValue } from '../../../render/slack/button-value.ts';
import { renderSlack } from '../../../render/slack/render-slack.ts';
import { outgoing } from '../../deliver/outgoing.ts';
import { slackError } from '../../deliver/retry.ts';
import { carried, type SlackFront } from '../../slack-front.ts';
import { pressedOf } from './pressed.ts';
import { staleButton } from './stale.ts';

/** Where the bot may not post, the `response_url` still may. */
const noMember = new Set(['not_in_channel', 'channel_not_found', 'restricted_action', 'is_archived']);

/**
 * "Share here": asks again, so that the channel gets the state of now, and posts the card to the channel. Its thread is
 * where the conversation goes on.
 */
export function onShare(app: App, front: SlackFront): void {
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: actionIds.share },
    async ({ ack, body, action, respond }) => {
      await ack();
      const pressed = pressedOf(body, respond);
      const { userId, channelId } = pressed.asker;
      await front.handle([pressed.key], pressed.privately(false), async () => {
        const words = fromButtonValue(action.value);
        if (words === undefined) return staleButton(front, pressed);
        const said = await front.answerer.answer({ ...pressed.asker, seenBy: 'shared' }, () => front.parse(words));
        const { answer } = said;
        if (answer.problem !== undefined) {
          await front.delivery.deliver(pressed.privately(false), answer);
          return;
        }
        const sharedBy = { userId, words };
        try {
          const at = await front.delivery.deliver({ kind: 'post', channel: channelId, userId }, answer, {
            ...carried(said),
            sharedBy,
            only: true,
          });
          if (at !== undefined) await front.threads.remember(at.channel, at.threadTs, said);
        } catch (error) {
          if (!noMember.has(slackError(error) ?? '')) throw error;
          const rendering = renderSlack(answer, { withFiles: false, sharedBy });
          for (const message of [rendering, ...(rendering.overflow ?? [])]) {
            const check = { logger: front.logger, strict: front.strictPayloads };
            await respond({ ...outgoing(message, check), response_type: 'in_channel', replace_original: false });
          }
        }
        // The card stands in the channel now; that the private copy stays is no harm.
        await respond({ delete_original: true }).catch(() => undefined);
      });
    },
  );
}
