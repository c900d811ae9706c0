import type { App, BlockButtonAction } from '@slack/bolt';
import type { Request } from '../../../core/ask/request.ts';
import { fromButtonValue } from '../../../render/slack/button-value.ts';
import { actionIds } from '../../../render/slack/buttons.ts';
import { reply, type SlackFront } from '../../slack-front.ts';
import { pressedOf } from './pressed.ts';
import { staleButton } from './stale.ts';

/** "Stop" ends a watch; "Watch on" and "Watch again" go on with it in the same message. */
export function onWatch(app: App, front: SlackFront): void {
  const pattern = new RegExp(`^${actionIds.watch}\\.`, 'u');
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: pattern }, async ({ ack, body, action, respond }) => {
    await ack();
    const pressed = pressedOf(body, respond);
    const { message, asker } = pressed;
    await front.handle([pressed.key], pressed.privately(false), async () => {
      const request = watchIn(front, action.value);
      if (request === undefined || message === undefined) return staleButton(front, pressed);
      if (action.action_id === `${actionIds.watch}.stop`) {
        await front.answerer.authorise(asker, request);
        return front.watches.stop(message, request);
      }
      return reply(front, asker, { kind: 'update', ...message, userId: asker.userId }, () => request);
    });
  });
}

function watchIn(front: SlackFront, value: string | undefined): Extract<Request, { verb: 'watch' }> | undefined {
  const words = fromButtonValue(value);
  const request = words === undefined ? undefined : front.parse(words);
  return request?.verb === 'watch' ? request : undefined;
}
