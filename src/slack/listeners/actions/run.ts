import type { App, BlockButtonAction } from '@slack/bolt';
import { actionIds } from '../../../render/slack/buttons.ts';
import { fromButtonValue } from '../../../render/slack/button-value.ts';
import type { Place } from '../../deliver/place.ts';
import { reply, type SlackFront } from '../../slack-front.ts';
import { pressedOf } from './pressed.ts';
import { staleButton } from './stale.ts';

/** A button that asks something further: answered in the thread of its message, or in private where it is private. */
export function onRun(app: App, front: SlackFront): void {
  const pattern = new RegExp(`^${actionIds.run}\\.`, 'u');
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: pattern }, async ({ ack, body, action, respond }) => {
    await ack();
    const pressed = pressedOf(body, respond);
    const place: Place =
      pressed.isPrivate || pressed.message === undefined
        ? pressed.privately(false)
        : { kind: 'post', channel: pressed.message.channel, threadTs: pressed.message.threadTs, userId: pressed.asker.userId };
    await front.handle([pressed.key], pressed.privately(false), async () => {
      const words = fromButtonValue(action.value);
      if (words === undefined) await staleButton(front, pressed);
      else await reply(front, pressed.asker, place, () => front.parse(words));
    });
  });
}
