import type { App, BlockButtonAction } from '@slack/bolt';
import { badRequest } from '../../../core/problem/problem.ts';
import { problemToAnswer } from '../../../core/problem/problem-to-answer.ts';
import { actionIds } from '../../../render/slack/buttons.ts';
import type { SlackFront } from '../../slack-front.ts';
import { command } from '../commands/k8s-svc.ts';
import { pressedOf, type Pressed } from './pressed.ts';

/** For a button of another version of k8s-svc. */
export async function staleButton(front: SlackFront, pressed: Pressed): Promise<void> {
  const problem = badRequest('This button is from another version of k8s-svc: please start again.', `Type ${command} help`);
  await front.delivery.deliver(pressed.privately(false), problemToAnswer(problem, ''));
}

/** Buttons whose `action_id` this version does not know. */
export function onStaleButton(app: App, front: SlackFront): void {
  const known = Object.values(actionIds).join('|');
  const pattern = new RegExp(`^(?!(?:${known})(?:\\.|$))`, 'u');
  app.action<BlockButtonAction>({ type: 'block_actions', action_id: pattern }, async ({ ack, body, action, respond }) => {
    await ack();
    // A link button opens its page by itself and only tells us.
    if (action.url !== undefined) return;
    const pressed = pressedOf(body, respond);
    await front.handle([pressed.key], pressed.privately(false), () => staleButton(front, pressed));
  });
}
