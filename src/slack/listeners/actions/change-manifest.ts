import type { App, BlockButtonAction } from '@slack/bolt';
import type { ManifestRequest } from '../../../core/ask/request.ts';
import { badRequest, type Problem } from '../../../core/problem/problem.ts';
import { actionIds } from '../../../render/slack/buttons.ts';
import { fromButtonValue } from '../../../render/slack/button-value.ts';
import { sayingModal } from '../../../render/slack/views/modal.ts';
import { slackError } from '../../deliver/retry.ts';
import type { FormOrigin } from '../../manifest-form/form-state.ts';
import { firstForm } from '../../manifest-form/draw-form.ts';
import { openModal, updateModal } from '../../manifest-form/modals.ts';
import type { SlackFront } from '../../slack-front.ts';
import { pressedOf, type Pressed } from './pressed.ts';
import { staleButton } from './stale.ts';

const title = 'Change the manifest';

/** "Change it": the form opens at once, before Slack's three seconds are over, and fills when the cluster was read. */
export function onChangeManifest(app: App, front: SlackFront): void {
  app.action<BlockButtonAction>(
    { type: 'block_actions', action_id: actionIds.change },
    async ({ ack, body, action, respond, client }) => {
      await ack();
      const pressed = pressedOf(body, respond);
      await front.handle([pressed.key], pressed.privately(false), async () => {
        const base = manifestIn(fromButtonValue(action.value), front);
        if (base === undefined) return staleButton(front, pressed);
        const waiting = sayingModal(title, 'Reading the cluster and writing the preview …');
        const viewId = await openModal(front, client, body.trigger_id, waiting).catch((error: unknown) => {
          throw notOpened(error);
        });
        const origin = originOf(pressed, body.response_url);
        await updateModal(front, client, viewId, await firstForm(front, pressed.asker, base, origin));
      });
    },
  );
}

function manifestIn(words: string | undefined, front: SlackFront): ManifestRequest | undefined {
  try {
    const request = words === undefined ? undefined : front.parse(words);
    return request?.verb === 'manifest' ? request : undefined;
  } catch {
    return undefined;
  }
}

function originOf({ isPrivate, message, asker }: Pressed, url: string | undefined): FormOrigin {
  if (!isPrivate && message !== undefined) return { channel: message.channel, threadTs: message.threadTs };
  return { channel: asker.channelId, privately: url === undefined ? {} : { url } };
}

const tooLate = new Set([
  'expired_trigger_id',
  'exchanged_trigger_id',
  'invalid_trigger_id',
  'trigger_expired',
  'trigger_exchanged',
]);

function notOpened(error: unknown): Problem {
  return tooLate.has(slackError(error) ?? '')
    ? badRequest('Slack waits three seconds for a form, and this press reached me later: please press the button again.')
    : badRequest('Slack did not open the form: please press the button again in a moment.');
}
