import type { App, BlockButtonAction } from '@slack/bolt';
import { answer } from '../../../core/answer/build.ts';
import { actionIds } from '../../../render/slack/buttons.ts';
import { fromButtonValue } from '../../../render/slack/button-value.ts';
import type { SlackFront } from '../../slack-front.ts';
import { pressedOf } from './pressed.ts';
import { staleButton } from './stale.ts';

/**
 * "Picture": asks again, so that it shows the state of now, and sends the picture to the thread of the button's message.
 * What only one person sees stays so: its picture goes to the direct messages with that person.
 */
export function onPicture(app: App, front: SlackFront): void {
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: actionIds.picture },
    async ({ ack, body, action, respond }) => {
      await ack();
      const pressed = pressedOf(body, respond);
      const { message, isPrivate } = pressed;
      const { userId } = pressed.asker;
      const privately = pressed.privately(false);
      const thread = isPrivate ? undefined : message;
      await front.handle([pressed.key], privately, async () => {
        const words = fromButtonValue(action.value);
        if (words === undefined) return staleButton(front, pressed);
        const { answer: found } = await front.answerer.answer(pressed.reader, () => front.parse(words));
        if (found.picture === undefined) {
          // The Service is gone, or the cluster does not answer: the words for that are the answer.
          await front.delivery.deliver(thread === undefined ? privately : { kind: 'post', userId, ...thread }, found);
          return;
        }
        const where = await front.pictures.send({ userId, ...(thread !== undefined && { thread }) }, found.picture, found.read);
        if (where === 'direct-message' && privately.kind === 'private') {
          await front.delivery.deliver(privately, answer('other', 'The picture is in your direct messages with k8s-svc.'));
        }
      });
    },
  );
}
