import type { webApi } from '@slack/bolt';
import type { SlackModal } from '../../render/slack/views/modal.ts';
import { acceptable } from '../deliver/outgoing.ts';
import { slackError } from '../deliver/retry.ts';
import type { SlackFront } from '../slack-front.ts';

/** Opens a modal and gives its id. Rejects as Slack's client does. */
export async function openModal(
  front: SlackFront,
  client: webApi.WebClient,
  triggerId: string,
  modal: SlackModal,
): Promise<string> {
  const { view } = await client.views.open({ trigger_id: triggerId, view: checked(front, modal) });
  return view?.id ?? '';
}

/** Shows another modal in place of one; does nothing when the person has closed it. */
export async function updateModal(
  front: SlackFront,
  client: webApi.WebClient,
  viewId: string,
  modal: SlackModal,
): Promise<void> {
  try {
    await client.views.update({ view_id: viewId, view: checked(front, modal) });
  } catch (error) {
    if (slackError(error) !== 'not_found' && slackError(error) !== 'view_not_found') throw error;
  }
}

/** Bolt's types of a view and ours describe the same JSON; ours are the narrower ones. */
export function checked(front: SlackFront, modal: SlackModal): never {
  acceptable(modal.blocks, 'modal', { logger: front.logger, strict: front.strictPayloads });
  return modal as never;
}
