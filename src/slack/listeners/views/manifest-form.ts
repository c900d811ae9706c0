import type { App, BlockAction, ViewSubmitAction } from '@slack/bolt';
import { actionIds } from '../../../render/slack/buttons.ts';
import { manifestFormId } from '../../../render/slack/views/manifest-form-view.ts';
import { sayingModal } from '../../../render/slack/views/modal.ts';
import type { Place } from '../../deliver/place.ts';
import { respondAt } from '../../deliver/respond-at.ts';
import type { Asker } from '../../deps.ts';
import { nextForm } from '../../manifest-form/draw-form.ts';
import { readFields } from '../../manifest-form/form-fields.ts';
import { formRequest, type FormFaults } from '../../manifest-form/form-request.ts';
import { fromMetadata, type FormState } from '../../manifest-form/form-state.ts';
import { checked, updateModal } from '../../manifest-form/modals.ts';
import { createNewestOnly } from '../../manifest-form/newest-only.ts';
import { reply, type SlackFront } from '../../slack-front.ts';

const startAgain = sayingModal(
  'Please start again',
  'This form is from another version of k8s-svc: please start again with the button of the message.',
);

/** The manifest form: a preview for every change, and the manifest where its button stood when it is submitted. */
export function onManifestForm(app: App, front: SlackFront): void {
  const newestOnly = createNewestOnly();

  app.action<BlockAction>(
    { type: 'block_actions', action_id: new RegExp(`^${actionIds.form}\\.`, 'u') },
    async ({ ack, body, client, action }) => {
      await ack();
      const { view, user, team } = body;
      if (view === undefined) return;
      const place = { kind: 'post', channel: user.id, userId: user.id } as const;
      const at = 'action_ts' in action ? action.action_ts : '';
      const key = `action:${user.id}:${action.action_id}:${at}`;
      await front.handle([key], place, () =>
        newestOnly(view.id, async () => {
          const isNewest = await front.newestChange(view.id, at);
          const state = fromMetadata(view.private_metadata, front.parse);
          const asker = askerOf(user, team?.id, state);
          const next =
            state === undefined ? startAgain : await nextForm(front, asker, state, readFields(view.state.values, state).fields);
          if (await isNewest()) await updateModal(front, client, view.id, next);
        }),
      );
    },
  );

  app.view<ViewSubmitAction>({ type: 'view_submission', callback_id: /.*/u }, async ({ ack, body, view }) => {
    const { user, team } = body;
    const state = view.callback_id === manifestFormId ? fromMetadata(view.private_metadata, front.parse) : undefined;
    if (state === undefined) return ack({ response_action: 'update', view: checked(front, startAgain) });
    const { fields, blockOf } = readFields(view.state.values, state);
    const wanted = formRequest(state, fields);
    if ('faults' in wanted) return ack({ response_action: 'errors', errors: errorsAt(wanted.faults, blockOf) });
    await ack();
    const place = placeOf(state, user.id);
    await front.handle([`view:${view.id}`], place, () =>
      reply(front, askerOf(user, team?.id, state), place, () => wanted.request),
    );
  });
}

/** Authorised as in the channel of the message: the form is only another way to ask there. */
function askerOf(
  user: { readonly id: string; readonly team_id?: string },
  teamId: string | undefined,
  state: FormState | undefined,
): Asker {
  return { userId: user.id, teamId: teamId ?? user.team_id ?? '', channelId: state?.origin.channel ?? user.id, via: 'form' };
}

function placeOf({ origin: { channel, threadTs, privately } }: FormState, userId: string): Place {
  if (privately !== undefined) return { kind: 'private', respond: respondAt(privately.url), channel, userId, replace: false };
  return { kind: 'post', channel, userId, ...(threadTs === undefined ? {} : { threadTs }) };
}

function errorsAt(faults: FormFaults, blockOf: Readonly<Partial<Record<string, string>>>): Record<string, string> {
  return Object.fromEntries(Object.entries(faults).map(([field, fault]) => [blockOf[field] ?? field, fault]));
}
