import type { App, BlockButtonAction } from '@slack/bolt';
import { actionIds } from '../../../render/slack/buttons.ts';
import { fromButtonValue } from '../../../render/slack/button-value.ts';
import type { Place } from '../../deliver/place.ts';
import { reply, type SlackFront } from '../../slack-front.ts';
import { pressedOf } from './pressed.ts';
import { staleButton } from './stale.ts';

/** An answer to the question that decides: the next step takes the place of the question. */
export function onChoose(app: App, front: SlackFront): void {
  const pattern = new RegExp(`^${actionIds.choose}\\.`, 'u');
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: pattern }, async ({ ack, body, action, respond }) => {
    await ack();
    const pressed = pressedOf(body, respond);
    const place: Place =
      pressed.isPrivate || pressed.message === undefined
        ? pressed.privately(true)
        : { kind: 'update', ...pressed.message, userId: pressed.asker.userId };
    await front.handle([pressed.key], pressed.privately(false), async () => {
      const words = fromButtonValue(action.value);
      if (words === undefined) await staleButton(front, pressed);
      else await reply(front, pressed.asker, place, () => front.parse(words));
    });
  });
}
